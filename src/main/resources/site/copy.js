/* The only script of the public site: "copy" beside an address. Without it the address stands there all the same. */
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  const before = button.textContent;
  const done = () => {
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = before), 4000);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    field.select();
    if (document.execCommand('copy')) done();
    else if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(done, () => {});
  });
}
