// Tells the page around an embed how high it is. The frame scrolls where nobody listens.
const tell = () => {
  const height = document.documentElement.getBoundingClientRect().height;
  parent.postMessage({ stackwayHeight: height }, "*");
};

new ResizeObserver(tell).observe(document.documentElement);
addEventListener("load", tell);
