/*
 * The only script of our own in the application: keeps unfinished text in this browser until the server has said that it
 * holds it, and offers "copy" beside code. Everything else is Vaadin's.
 */
const PREFIX = 'dclic-draft:';

const storage = () => {
  try {
    return window.localStorage;
  } catch (e) {
    return null;
  }
};

/* Called for each field with a draft: what the server holds is in the field, what it does not hold yet is here. */
window.dclicDraft = (field, key) => {
  const store = storage();
  const input = field.inputElement || field;
  const kept = store && store.getItem(PREFIX + key);
  if (kept !== null && kept !== undefined && kept !== field.value) {
    field.value = kept;
    field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    field.dispatchEvent(new CustomEvent('input', { bubbles: true }));
  }
  input.addEventListener('input', () => {
    if (store) store.setItem(PREFIX + key, input.value);
    field.dispatchEvent(new CustomEvent('dclic-unsent'));
  });
};

/* The server holds this text: the copy here goes, unless more was typed since. */
window.dclicSent = (key, text) => {
  const store = storage();
  if (store && store.getItem(PREFIX + key) === text) store.removeItem(PREFIX + key);
};

/* At sign-out nothing stays on a phone that others may use. */
window.dclicForget = () => {
  const store = storage();
  if (!store) return;
  Object.keys(store)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => store.removeItem(key));
};

document.addEventListener('click', (event) => {
  const button = event.target.closest && event.target.closest('[data-copy]');
  if (!button) return;
  const code = button.closest('.code').querySelector('code');
  navigator.clipboard.writeText(code.textContent).then(() => {
    button.textContent = button.dataset.copied;
  });
});
