import Counter from './Counter.jsx';

export default function Page() {
  return (
    <main>
      <Counter />
    </main>
  );
}
