import { title } from './title.js';

let count = 0;
const button = document.querySelector('button');
button.onclick = () => {
  count += 1;
  button.textContent = `count ${count}`;
};

const show = () => {
  document.querySelector('h1').textContent = title;
};
show();

if (module.hot) {
  module.hot.accept('./title.js', show);
}
