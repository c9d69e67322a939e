import { useState } from 'react';

export default function App() {
  const [count, setCount] = useState(0);
  return (
    <main>
      <h1>First version</h1>
      <button type="button" onClick={() => setCount((n) => n + 1)}>
        count {count}
      </button>
    </main>
  );
}
