import { title } from './title.js';

let count = module.hot?.data?.count ?? 0;
const button = document.querySelector('button');
const show = () => {
  button.textContent = `count ${count}`;
};
button.onclick = () => {
  count += 1;
  show();
};
show();
document.querySelector('h1').textContent = title;

if (module.hot) {
  module.hot.accept();
  module.hot.dispose((data) => {
    data.count = count;
  });
}
