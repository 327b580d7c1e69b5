/*
 * The only script of our own in the application. It keeps what was typed or chosen in this browser until the server has
 * said that it holds it, tells the server where the reader is, shows one question at a time, and offers "copy" beside code.
 * Everything else is Vaadin's.
 */
const PREFIX = 'dclic-draft:';

const store = {
  get(key) {
    try {
      return window.localStorage.getItem(PREFIX + key);
    } catch (e) {
      return null;
    }
  },
  set(key, text) {
    try {
      window.localStorage.setItem(PREFIX + key, text);
    } catch (e) {
      /* Storage full or forbidden: the server still gets the text. */
    }
  },
  drop(key) {
    try {
      window.localStorage.removeItem(PREFIX + key);
    } catch (e) {
      /* Nothing was kept. */
    }
  },
};

const tell = (element, name) => element.dispatchEvent(new CustomEvent(name, { bubbles: true }));

/* Shown by the style sheet: kept here, not yet with the server. */
const unsent = (element, is) => {
  const panel = element.closest('.draft, section') || element;
  if (is) panel.setAttribute('data-unsent', '');
  else panel.removeAttribute('data-unsent');
};

/* What this browser kept of a text, with the version it went on from; a bare text is of an older form. */
const keptText = (key, base) => {
  const kept = store.get(key);
  if (kept === null) return null;
  try {
    const read = JSON.parse(kept);
    if (Array.isArray(read)) return read;
  } catch (e) {
    /* A bare text. */
  }
  return [base, kept];
};

/*
 * A text with a draft: what the server holds is in the field, what it does not hold yet is here. "base" is the version that
 * the text goes on from: the server asks which text stays when another tab or device has written since.
 */
window.dclicDraft = (field, key, base) => {
  field.dclicBase = base;
  const kept = keptText(key, base);
  if (kept !== null && kept[1] !== field.value) {
    [field.dclicBase, field.value] = kept;
    unsent(field, true);
    tell(field, 'input');
  }
  field.addEventListener('input', () => {
    store.set(key, JSON.stringify([field.dclicBase, field.value]));
    unsent(field, true);
  });
};

/* The server holds this text: the copy here goes, unless more was typed since, here or in another tab. */
window.dclicSent = (field, key, text, base) => {
  field.dclicBase = base;
  const kept = keptText(key, base);
  if (kept !== null && kept[1] === text) store.drop(key);
  if (field.value === text) unsent(field, false);
};

/* The text has done its work: nothing of it comes back, whatever the server has heard of it. */
window.dclicDone = (key) => store.drop(key);

/* Of two texts this one stays. */
window.dclicChosen = (field, key, text) => {
  field.value = text;
  store.drop(key);
};

/* An answer as one line of text, the same as QuestionForm writes it on the server. */
const answer = (form) => {
  const parts = [];
  form.querySelectorAll('input, select').forEach((input) => {
    if (input.type === 'radio' || input.type === 'checkbox') {
      if (input.checked) parts.push(input.value);
    } else if (input.tagName === 'SELECT') {
      if (input.value) parts.push(input.name + ':' + input.value);
    } else if (input.value.trim()) parts.push(input.value.trim());
  });
  return parts.join(' ');
};

window.dclicLine = answer;

const give = (form, text) => {
  const parts = text.split(' ');
  form.querySelectorAll('input, select').forEach((input) => {
    const before = input.type === 'radio' || input.type === 'checkbox' ? input.checked : input.value;
    let after = text;
    if (input.type === 'radio' || input.type === 'checkbox') {
      after = parts.includes(input.value);
      input.checked = after;
    } else if (input.tagName === 'SELECT') {
      const own = parts.find((part) => part.startsWith(input.name + ':'));
      after = own ? own.slice(input.name.length + 1) : '';
      input.value = after;
    } else input.value = text;
    if (before !== after) tell(input, 'change');
  });
};

const mark = (form) => {
  const section = form.closest('section');
  const quiz = form.closest('.quiz');
  const button = quiz && section && quiz.querySelector('[data-go="' + section.id + '"]');
  if (!button) return;
  const done = answer(form) !== '';
  const flag = section.querySelector('[data-flag]');
  const again = flag !== null && flag.getAttribute('aria-pressed') === 'true';
  button.classList.toggle('answered', done);
  button.classList.toggle('flagged', again);
  const state = done ? button.dataset.done : button.dataset.todo;
  button.setAttribute('aria-label', again ? state + ', ' + button.dataset.again : state);
};

/*
 * An answer of a quiz: kept here from the moment it is given until the server holds it. "base" counts the server's answers to
 * this question: an answer kept here goes up again only if no other device has answered since.
 */
const TYPING = 800;

window.dclicAnswer = (form, key, base) => {
  form.dclicBase = String(base);
  const kept = store.get(key);
  if (kept !== null) {
    const [keptBase, text] = JSON.parse(kept);
    if (keptBase === form.dclicBase && text !== answer(form)) {
      unsent(form, true);
      give(form, text);
    } else store.drop(key);
  }
  const keep = () => {
    store.set(key, JSON.stringify([form.dclicBase, answer(form)]));
    unsent(form, true);
    mark(form);
  };
  /* Words go up when typing rests, not when the field is left alone. */
  let rest = 0;
  form.addEventListener('input', (event) => {
    keep();
    clearTimeout(rest);
    if (event.target.type === 'text') rest = setTimeout(() => form.isConnected && tell(form, 'change'), TYPING);
  });
  form.addEventListener('change', keep);
  mark(form);
};

/* The server holds this answer. */
window.dclicAnswered = (form, key, text, base) => {
  form.dclicBase = String(base);
  if (answer(form) !== text) {
    if (store.get(key) !== null) store.set(key, JSON.stringify([form.dclicBase, answer(form)]));
    return;
  }
  store.drop(key);
  unsent(form, false);
  mark(form);
};

/* The states of the steps of a course: one digit a step, and which one is in sight. */
window.dclicOutline = (steps, states, current) => {
  steps.querySelectorAll('li').forEach((step, i) => {
    const state = step.querySelector('.state');
    const done = states[i] === '1';
    state.textContent = done ? '✓' : '○';
    state.classList.toggle('done', done);
    state.setAttribute('aria-label', done ? state.dataset.done : state.dataset.todo);
    const link = step.querySelector('a');
    if (i + 1 === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
};

/*
 * A session ends when the person does nothing for so long. What counts as doing: touching, typing, scrolling, listening; in
 * any tab. The server is told now and then; a minute before the end the person is asked.
 */
const ACT = 'dclic-act';
const LOOK = 5000;
const MINUTE = 60000;

window.dclicIdle = (screen, seconds, words, stay) => {
  let limit = seconds * 1000;
  let last = Date.now();
  let told = last;
  let shared = last;
  let box = null;
  const read = () => {
    try {
      return Number(window.localStorage.getItem(ACT)) || 0;
    } catch (e) {
      return 0;
    }
  };
  const share = () => {
    try {
      window.localStorage.setItem(ACT, String(last));
    } catch (e) {
      /* Each tab counts alone. */
    }
  };
  const act = () => {
    last = Date.now();
    if (last - shared < 2000) return;
    shared = last;
    share();
  };
  const say = () => {
    told = Date.now();
    tell(screen, ACT);
  };
  const ask = () => {
    if (box) return;
    box = document.createElement('div');
    box.className = 'toast told kept';
    box.setAttribute('role', 'alert');
    const text = document.createElement('span');
    text.textContent = words;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = stay;
    button.addEventListener('click', () => {
      act();
      say();
      look();
    });
    box.append(text, button);
    screen.append(box);
  };
  const events = ['pointerdown', 'keydown', 'touchstart', 'wheel', 'scroll', 'timeupdate'];
  const look = () => {
    if (!screen.isConnected) {
      clearInterval(timer);
      events.forEach((name) => document.removeEventListener(name, act, true));
      return;
    }
    const quiet = Date.now() - Math.max(last, read());
    if (last > told && Date.now() - told > Math.max(MINUTE / 2, limit / 6)) say();
    if (quiet > limit - MINUTE) ask();
    else if (box) {
      box.remove();
      box = null;
    }
    /* The server has counted to the end, too: the page is asked for anew, once, however long it takes to come. */
    if (quiet > limit + 3 * LOOK && navigator.onLine) {
      clearInterval(timer);
      window.location.reload();
    }
  };
  /* An administrator has changed it while the screen was open. */
  window.dclicIdleLimit = (other) => {
    limit = other * 1000;
    look();
  };
  events.forEach((name) => document.addEventListener(name, act, { capture: true, passive: true }));
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, LOOK);
};

/* The line on which the server wakes this screen: after the first screen, and not where the link is slow or dear. */
window.dclicWatch = (screen) => {
  const link = navigator.connection || {};
  if (link.saveData || /2g/.test(link.effectiveType || '')) return;
  setTimeout(() => screen.isConnected && tell(screen, 'dclic-watch'), 4000);
};

/* SHA-256 (FIPS 180-4) of one short line: its first 32 bits. The constants are parts of roots of primes. */
const part = (x) => ((x - Math.floor(x)) * 0x100000000) | 0;
const ROOTS = [];
const BEGIN = [];
for (let n = 2; ROOTS.length < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
  if (prime) {
    if (BEGIN.length < 8) BEGIN.push(part(Math.sqrt(n)));
    ROOTS.push(part(Math.cbrt(n)));
  }
}
const turn = (x, n) => (x >>> n) | (x << (32 - n));

const firstWord = (line, w) => {
  w.fill(0);
  for (let i = 0; i < line.length; i += 1) w[i >> 2] |= line.charCodeAt(i) << (24 - (i % 4) * 8);
  w[line.length >> 2] |= 0x80 << (24 - (line.length % 4) * 8);
  w[15] = line.length * 8;
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15];
    const b = w[i - 2];
    w[i] = w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = BEGIN;
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROOTS[i] + w[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (BEGIN[0] + a) | 0;
};

/* The small work of whoever joins (Puzzle on the server), in pieces that leave the screen alone. */
window.dclicPuzzle = (screen, question, bits) => {
  const words = new Int32Array(64);
  let n = 0;
  const work = () => {
    if (!screen.isConnected || screen.dclicQuestion !== question) return;
    const until = Date.now() + 20;
    while (Date.now() < until)
      for (let i = 0; i < 200; i += 1) {
        if (Math.clz32(firstWord(question + ':' + n, words)) >= bits) {
          screen.dispatchEvent(new CustomEvent('dclic-solved', { detail: String(n) }));
          return;
        }
        n += 1;
      }
    setTimeout(work, 5);
  };
  screen.dclicQuestion = question;
  setTimeout(work, 300);
};

/* At sign-out nothing stays on a phone that others may use. */
window.dclicForget = () => {
  try {
    Object.keys(window.localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => window.localStorage.removeItem(key));
  } catch (e) {
    /* Nothing was kept. */
  }
};

/* A quiz of which one question is in sight: which one stands in the address, and no link is needed to move on. */
window.dclicQuiz = (quiz, attempt) => {
  /* moved: by the person's press, which the way back undoes; led: by the way back itself */
  const show = (id, moved, led) => {
    const steps = [...quiz.querySelectorAll('.step')];
    const wanted = steps.find((step) => step.id === id) || steps[0];
    if (!wanted) return;
    steps.forEach((step) => step.classList.toggle('current', step === wanted));
    quiz.querySelectorAll('.numbers [data-go]').forEach((button) => {
      if (button.dataset.go === wanted.id) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    });
    if (!moved && !led) return;
    const address = new URL(window.location.href);
    if (moved && address.searchParams.get('etape') !== wanted.id) {
      address.searchParams.set('etape', wanted.id);
      window.history.pushState(window.history.state, '', address);
    }
    const title = wanted.querySelector('h2');
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: 'nearest' });
    window.scrollTo(0, Math.max(0, quiz.getBoundingClientRect().top + window.scrollY - 8));
  };
  /* The way back leads to the question before, here, without the server; from the first one it leaves the quiz. */
  quiz.dclicBack = () => {
    if (!window.location.pathname.endsWith(attempt)) return false;
    show(new URL(window.location.href).searchParams.get('etape'), false, true);
    return true;
  };
  quiz.setAttribute('data-quiz', '');
  quiz.addEventListener('click', (event) => {
    const button = event.target.closest('[data-go]');
    if (button) show(button.dataset.go, true);
    const flag = event.target.closest('[data-flag]');
    if (flag) {
      flag.setAttribute('aria-pressed', String(flag.getAttribute('aria-pressed') !== 'true'));
      mark(flag.closest('section').querySelector('.question'));
    }
    const all = event.target.closest('[data-all]');
    if (all) {
      const on = quiz.classList.toggle('all-steps');
      all.textContent = on ? all.dataset.one : all.dataset.all;
      const address = new URL(window.location.href);
      if (on) address.searchParams.set('vue', 'toutes');
      else address.searchParams.delete('vue');
      window.history.replaceState(window.history.state, '', address);
    }
  });
  const asked = new URL(window.location.href).searchParams;
  show(asked.get('etape'), false);
  if (asked.get('vue') === 'toutes') {
    quiz.classList.add('all-steps');
    const all = quiz.querySelector('[data-all]');
    all.textContent = all.dataset.one;
  }
};

/* Bytes travel as base64url. */
const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/* A button that asks the device for a new key, or for the signature of one (WebAuthn); it shows itself where there are such keys. */
window.dclicPasskey = (button, options, make) => {
  if (!window.PublicKeyCredential || !navigator.credentials) return;
  const asked = JSON.parse(options);
  const keys = (list) => (list || []).map((key) => ({ ...key, id: toBytes(key.id) }));
  const question = { ...asked, challenge: toBytes(asked.challenge) };
  if (asked.user) question.user = { ...asked.user, id: toBytes(asked.user.id) };
  if (make) question.excludeCredentials = keys(asked.excludeCredentials);
  else question.allowCredentials = keys(asked.allowCredentials);
  const say = (name, detail) => button.dispatchEvent(new CustomEvent(name, { detail }));
  const answer = (key) => {
    const given = key.response;
    const response = { clientDataJSON: toText(given.clientDataJSON) };
    if (make) {
      response.attestationObject = toText(given.attestationObject);
      response.transports = given.getTransports ? given.getTransports() : [];
    } else {
      response.authenticatorData = toText(given.authenticatorData);
      response.signature = toText(given.signature);
      if (given.userHandle) response.userHandle = toText(given.userHandle);
    }
    say('dclic-passkey', JSON.stringify({ id: key.id, rawId: toText(key.rawId), type: key.type, clientExtensionResults: {}, response }));
  };
  /* One press at a time: after an answer the server puts the next question, and the button is ready again. */
  button.onclick = () => {
    button.disabled = true;
    const ways = navigator.credentials;
    (make ? ways.create({ publicKey: question }) : ways.get({ publicKey: question })).then(answer).catch((e) => {
      button.disabled = false;
      button.focus();
      say('dclic-no-passkey', e.name);
    });
  };
  if (button.disabled) {
    button.disabled = false;
    button.focus();
  }
  if (button.parentElement.hidden && make) setTimeout(() => button.focus());
  button.parentElement.hidden = false;
};

/*
 * The time left for a quiz, by this browser's clock from what the server said. At the end what was answered here goes up, then
 * nothing more is answered; the server says whether the time is over, as soon as there is a link, or how much is left.
 */
const TOLD = [300, 60];

window.dclicTime = (line, seconds) => {
  const [shown, told] = line.children;
  const steps = () => line.parentElement.querySelectorAll('.step, .numbers');
  const goesOn = line.dclicEnd !== undefined;
  line.dclicEnd = Date.now() + seconds * 1000;
  if (goesOn) {
    steps().forEach((step) => (step.inert = false));
    return;
  }
  let before = seconds;
  let asked = 0;
  const close = () => {
    if (document.activeElement) document.activeElement.blur();
    steps().forEach((step) => {
      const form = step.querySelector('.question');
      if (form && step.hasAttribute('data-unsent')) tell(form, 'change');
      step.inert = true;
    });
  };
  const tick = () => {
    if (!line.isConnected) return;
    const left = Math.max(0, Math.ceil((line.dclicEnd - Date.now()) / 1000));
    const figure = left > 60 ? line.dataset.minutes.replace('{0}', Math.ceil(left / 60)) : line.dataset.seconds.replace('{0}', left);
    const text = left > 0 ? figure : line.dataset.over;
    if (shown.textContent !== text) shown.textContent = text;
    line.classList.toggle('soon', left <= 60);
    if (TOLD.some((mark) => left <= mark && before > mark) || (left === 0 && before > 0)) told.textContent = text;
    if (left === 0 && (before > 0 || asked === 0)) close();
    before = left;
    if (left === 0 && !lost() && Date.now() - asked > LOOK) {
      asked = Date.now();
      setTimeout(() => line.dispatchEvent(new CustomEvent('dclic-time-up')));
    }
    setTimeout(tick, 1000);
  };
  setTimeout(tick);
};

/* Where the reader is in a lesson: the first part in sight, told when scrolling rests, at most every ten seconds. */
const REST = 1500;
const BETWEEN = 10000;

window.dclicPlace = (article, start, view) => {
  const parts = () => [...article.querySelectorAll(':scope > section, :scope > .content > *')];
  let told = start;
  let toldAt = 0;
  let timer = 0;
  let soon = 0;
  const first = () => parts().findIndex((part) => part.getBoundingClientRect().bottom > 80);
  /* What the server has not been told yet outlives a reload in this tab. */
  const key = () => 'dclic-place:' + window.location.pathname;
  const tab = (work) => {
    try {
      return work(window.sessionStorage);
    } catch (e) {
      return null;
    }
  };
  const keep = () => {
    if (!article.isConnected) return;
    const now = Math.max(0, first());
    tab((storage) => (now === told ? storage.removeItem(key()) : storage.setItem(key(), String(now))));
  };
  const say = () => {
    if (!article.isConnected) return window.removeEventListener('scroll', moved);
    const now = Math.max(0, first());
    if (now === told || !navigator.onLine) return undefined;
    told = now;
    toldAt = Date.now();
    tab((storage) => storage.removeItem(key()));
    return view.$server.rest(now);
  };
  const moved = () => {
    clearTimeout(soon);
    soon = setTimeout(keep, 300);
    clearTimeout(timer);
    timer = setTimeout(say, Math.max(REST, toldAt + BETWEEN - Date.now()));
  };
  /* After the router has scrolled a new screen to its top. */
  setTimeout(() => {
    const kept = tab((storage) => storage.getItem(key()));
    const from = kept === null ? start : Number(kept);
    const there = from > 0 && parts()[from];
    if (there) there.scrollIntoView({ block: 'start' });
    window.addEventListener('scroll', moved, { passive: true });
    moved();
  }, 150);
};

/* Alt and an arrow: the lesson before or after, unless somebody is writing. */
document.addEventListener('keydown', (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest && event.target.closest('input, textarea, select, [contenteditable]')) return;
  const lessons = [...document.querySelectorAll('.lesson > .outline a[href*="cours/"]')];
  const now = lessons.findIndex((link) => link.hasAttribute('aria-current'));
  const wanted = now < 0 ? undefined : lessons[now + step];
  if (!wanted) return;
  event.preventDefault();
  wanted.click();
});

/* What was said of the former answer is over, with or without a link; the words chosen in a list stand in full below it. */
document.addEventListener('change', (event) => {
  const question = event.target.closest && event.target.closest('.exercise > .question');
  if (question) question.classList.add('changed');
  const whole = event.target.parentElement && event.target.parentElement.querySelector('.whole');
  if (whole && event.target.tagName === 'SELECT')
    whole.textContent = event.target.value ? event.target.selectedOptions[0].textContent : '';
});

/* Figures of an upload as people write them: "75,6 Mo", and a rest in minutes. */
window.dclicUpload = (upload, language) => {
  const number = (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  const figures = {
    formatSize: (bytes) => {
      const units = upload.i18n.units.size;
      const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)));
      return number(bytes / 1000 ** power) + '\u00a0' + units[power];
    },
    formatTime: (seconds) =>
      seconds < 60 ? Math.ceil(seconds) + '\u00a0s' : Math.ceil(seconds / 60) + '\u00a0min',
  };
  setTimeout(() => {
    upload.i18n = { ...upload.i18n, ...figures };
  });
};

/* An answer on its way to be checked: the style sheet says so when it takes longer than a moment. */
document.addEventListener('click', (event) => {
  const check = event.target.closest && event.target.closest('.exercise > vaadin-button');
  if (check) check.parentElement.setAttribute('data-unsent', '');
});

/*
 * Any answer of the server says that the link is there again. Flow goes on by itself, but leaves the banner, and would show an
 * error page at the next link.
 */
const link = () => window.Vaadin && window.Vaadin.connectionState;
const lost = () => !navigator.onLine || (link() && link().offline);
const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...body) {
  this.addEventListener('load', () => {
    if (this.status === 200 && link() && link().offline) link().state = 'connected';
  });
  return send.apply(this, body);
};

/* The address of what is in sight: the application says each, the browser's ways back and forth say theirs before they come. */
let shown = window.location.href;
['pushState', 'replaceState'].forEach((name) => {
  const change = window.history[name];
  window.history[name] = function (...to) {
    change.apply(this, to);
    shown = window.location.href;
  };
});

const noLink = () => {
  const toast = document.getElementById('toast');
  if (!toast) return;
  toast.firstElementChild.textContent = toast.dataset.offline;
  toast.classList.add('told');
  setTimeout(() => {
    toast.classList.remove('told');
    toast.firstElementChild.textContent = '';
  }, 6000);
};

/*
 * The browser's way back, before Flow hears of it (the page itself listens first): within a quiz it leads from question to
 * question, and without a link it would put an error page in the place of what is being read.
 */
window.dclicBack = (event) => {
  const quiz = document.querySelector('[data-quiz]');
  if (quiz && quiz.dclicBack && quiz.dclicBack()) {
    event.stopImmediatePropagation();
    shown = window.location.href;
  } else if (lost()) {
    event.stopImmediatePropagation();
    window.history.pushState(window.history.state, '', shown);
    noLink();
  } else shown = window.location.href;
};

/* Without a link a tap on a link would put an error page in the place of what is being read. */
document.addEventListener(
  'click',
  (event) => {
    const target = event.target.closest && event.target.closest('a[href]');
    if (!target || !lost() || target.dataset.jump) return;
    event.preventDefault();
    event.stopPropagation();
    noLink();
  },
  true,
);

document.addEventListener('click', (event) => {
  const target = event.target.closest ? event.target : document.body;
  const jump = target.closest('[data-jump]');
  if (jump) {
    event.preventDefault();
    const place = document.getElementById(jump.dataset.jump);
    if (place) place.focus();
    return;
  }
  const copy = target.closest('[data-copy]');
  if (!copy) return;
  const words = copy.closest('.code')?.querySelector('code') ?? document.getElementById(copy.dataset.copy);
  const before = copy.textContent;
  const done = () => {
    copy.textContent = copy.dataset.copied;
    setTimeout(() => (copy.textContent = before), 4000);
  };
  if (navigator.clipboard) navigator.clipboard.writeText(words.textContent).then(done);
  else {
    const range = document.createRange();
    range.selectNodeContents(words);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
    if (document.execCommand('copy')) done();
  }
});

/*
 * Reads a text with the browser's own voice, a paragraph at a time (long utterances are cut off by some browsers). The
 * button shows itself where there is a voice for the language, and stops what it began.
 */
const READ = 'h1, h2, h3, h4, p, li, dt, dd, figcaption, caption, legend, td, th, img[alt], svg[aria-label]';
const SILENT = '.no-print, .sr, pre, button, [hidden], [aria-hidden="true"]';

const synth = window.speechSynthesis;

/* The button whose text is being read, and how it stops; one at a time, and none when its screen has gone. */
let reader = null;
const quiet = () => reader && reader.end();

window.dclicVoice = (button, text, language, stop) => {
  if (!synth || !window.SpeechSynthesisUtterance) return;
  const words = button.textContent;
  const short = language.slice(0, 2).toLowerCase();
  const voice = () => synth.getVoices().find((one) => one.lang.toLowerCase().startsWith(short));
  /* Within the text: what it stands in, such as the panel of help, may be kept from the printer. */
  const silent = (part) => {
    const found = part.closest(SILENT);
    return found && found !== text && text.contains(found);
  };
  const parts = () =>
    [...text.querySelectorAll(READ)].filter(
      (part) => part.offsetParent !== null && !silent(part) && !part.querySelector(READ),
    );
  const content = (part) => part.alt || part.getAttribute('aria-label') || part.textContent;
  const read = (list) => {
    let said = null;
    const mark = (part) => {
      if (said) said.classList.remove('said');
      said = part;
      if (said) said.classList.add('said');
    };
    const mine = {
      button,
      end() {
        reader = null;
        synth.cancel();
        mark(null);
        button.textContent = words;
        button.setAttribute('aria-pressed', 'false');
      },
    };
    const next = () => {
      if (reader !== mine) return;
      const part = list.shift();
      if (!part || !button.isConnected) {
        mine.end();
        return;
      }
      const line = new SpeechSynthesisUtterance(content(part).trim());
      line.lang = language;
      line.voice = voice() || null;
      line.onend = next;
      line.onerror = () => reader === mine && mine.end();
      mark(part);
      part.scrollIntoView({ block: 'nearest' });
      synth.speak(line);
    };
    reader = mine;
    button.textContent = stop;
    button.setAttribute('aria-pressed', 'true');
    next();
  };
  button.dclicShow = () => voice() && button.classList.add('ready');
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const own = reader && reader.button === button;
    quiet();
    if (own) return;
    const list = parts();
    const below = list.findIndex((part) => part.getBoundingClientRect().bottom > 60);
    read(list.slice(Math.max(below, 0)));
  });
  if (reader && !reader.button.isConnected) quiet();
  button.dclicShow();
};

window.addEventListener('pagehide', quiet);
window.addEventListener('popstate', quiet);
if (synth && synth.addEventListener)
  synth.addEventListener('voiceschanged', () =>
    document.querySelectorAll('.voice').forEach((button) => button.dclicShow && button.dclicShow()),
  );
