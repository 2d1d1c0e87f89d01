() => {
  // The page's own script. Handlers live in Python (assistant/ui/handlers.py): this sends them one
  // JSON object an event through a hidden text box, records speech, and keeps language and theme.
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const page = document.documentElement;
  const memory = { get: (k) => localStorage.getItem(k), set: (k, v) => localStorage.setItem(k, v) };
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const ANSWER_MS = 30000;  // without a sign of the server for so long, the draft comes back
  const SHRINK_ABOVE = 1.5e6, SHRINK_TO = 1600;  // bytes; pixels of the longer side
  const MOST_SPOKEN_S = 58;
  let photo = null, recording = null, waiting = null, spoken = null;
  let picked = [], opener = null, wanted = null, held = null, count = 0;
  const photos = {};  // turn -> picture of the shopper's photo; it never leaves this page again

  // ------------------------------------------------------------------ language and theme
  const TOLD = ['placeholder', 'aria-label', 'data-sure', 'data-stop', 'data-nomic', 'data-noload',
    'data-toolarge', 'data-nofile', 'data-offline'];
  const language = () => page.dataset.lang || 'en';
  const setLanguage = (name) => {
    page.dataset.lang = name;
    page.lang = name === 'zh' ? 'zh-CN' : 'en';
    memory.set('facet-language', name);
    for (const attribute of TOLD)
      for (const element of all(`[data-${attribute}-${name}]`))
        element.setAttribute(attribute, element.getAttribute(`data-${attribute}-${name}`));
  };
  const setTheme = (name) => {
    document.body.classList.toggle('dark', name === 'dark');
    memory.set('facet-theme', name);
  };

  // ------------------------------------------------------------------ the bridge to Python
  const outbox = [];
  const pause = () => new Promise((done) => setTimeout(done, 0));
  const send = (event) => {
    count += 1;
    outbox.push(JSON.stringify({ ...event, lang: language(), n: count }));  // n: a repeat counts
    if (outbox.length === 1) post();
    return count;
  };
  const post = async () => {  // one after the other: the text box holds one event at a time
    for (; outbox.length; outbox.shift()) {
      const box = $('#bridge textarea, #bridge input');
      box.value = outbox[0];
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await pause();
      $('#bridge-go').click();
      await pause();
    }
  };
  const upload = async (blob) => {
    const answer = await fetch('/page/upload', { method: 'POST', body: blob });
    if (!answer.ok) throw new RangeError(`upload ${answer.status}`);
    return (await answer.json()).token;
  };
  const trouble = (name) => {
    const line = $('#trouble');
    line.hidden = !name;
    line.textContent = name ? line.getAttribute(name) : '';
  };

  // ------------------------------------------------------------------ one turn at a time
  const begin = (event, kept = {}) => {
    if (waiting && waiting.n) return 0;
    trouble('');
    waiting = { ...kept, n: send(event), timer: setTimeout(() => end('data-offline'), ANSWER_MS) };
    $('#composer').classList.add('busy');
    return waiting.n;
  };
  const end = (name) => {  // name: what went wrong; the draft comes back then
    const { text, file, timer } = waiting || {};
    clearTimeout(timer);
    waiting = null;
    $('#composer').classList.remove('busy');
    if (name !== undefined) {
      if (name) trouble(name);
      if (text && !$('#say').value) { $('#say').value = text; grow(); }
      if (file && !photo) takePhoto(file);
    }
    const next = spoken;
    spoken = null;
    if (next) say($('#say').value, next);
  };
  const say = async (text, audio = null, typed = true) => {
    if (waiting) { spoken = audio || spoken; return; }  // a recording waits its turn, a draft stays
    trouble('');
    const file = typed ? photo : null, event = { act: 'send', text };
    waiting = {};
    $('#composer').classList.add('busy');
    try {
      if (file) event.photo = await upload(await shrink(file));
      if (audio) event.audio = await upload(audio);
    } catch (error) {
      waiting = null;
      $('#composer').classList.remove('busy');
      trouble(error instanceof RangeError ? 'data-noload' : 'data-offline');
      return;
    }
    if (typed) { $('#say').value = ''; grow(); dropPhoto(); }
    begin(event, { text: typed ? text : '', file });
  };

  // ------------------------------------------------------------------ photo
  const dropPhoto = () => { photo = null; $('.tray').hidden = true; $('#photo').value = ''; };
  const takePhoto = (file) => {
    if (!file) return;
    trouble('');
    $('#photo').value = '';
    if (file.type && !file.type.startsWith('image/')) { trouble('data-nofile'); return; }
    if (file.size > Number($('#composer').dataset.maxBytes)) { trouble('data-toolarge'); return; }
    photo = file;
    $('#thumb').hidden = false;
    $('#thumb').src = URL.createObjectURL(file);
    $('#tray-name').textContent = file.name || '';
    $('.tray').hidden = false;
    $('#say').focus();
  };
  const shrink = async (file) => {  // a phone's photo is ten times what is looked at
    if (file.size < SHRINK_ABOVE) return file;
    try {
      const image = await createImageBitmap(file);
      const scale = Math.min(1, SHRINK_TO / Math.max(image.width, image.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      const paper = canvas.getContext('2d');
      paper.fillStyle = '#fff';
      paper.fillRect(0, 0, canvas.width, canvas.height);
      paper.drawImage(image, 0, 0, canvas.width, canvas.height);
      return (await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92))) || file;
    } catch { return file; }  // a format that this browser cannot open: the server may
  };
  const grow = () => {
    const box = $('#say');
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  };

  // ------------------------------------------------------------------ speech: 16 kHz mono PCM
  const WORKLET = `registerProcessor('tap', class extends AudioWorkletProcessor {
    process(inputs) { if (inputs[0][0]) this.port.postMessage(inputs[0][0].slice(0)); return true; } })`;
  const wav = (chunks, rate) => {
    const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const view = new DataView(new ArrayBuffer(44 + length * 2));
    const word = (at, text) => [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
    word(0, 'RIFF'); view.setUint32(4, 36 + length * 2, true); word(8, 'WAVEfmt ');
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, rate, true); view.setUint32(28, rate * 2, true);
    view.setUint16(32, 2, true); view.setUint16(34, 16, true);
    word(36, 'data'); view.setUint32(40, length * 2, true);
    let at = 44;
    for (const chunk of chunks) for (const s of chunk) {
      view.setInt16(at, Math.max(-1, Math.min(1, s)) * 32767, true);
      at += 2;
    }
    return new Blob([view], { type: 'audio/wav' });
  };
  const tapInto = async (stream, options) => {
    const context = new AudioContext(options);
    try {
      const url = URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' }));
      await context.audioWorklet.addModule(url);
      const tap = new AudioWorkletNode(context, 'tap');
      context.createMediaStreamSource(stream).connect(tap);
      await context.resume();
      return { context, tap };
    } catch (error) { context.close(); throw error; }
  };
  const showRecorder = (on) => {
    const mic = $('#mic');
    $('#composer').classList.toggle('recording', on);
    $('#recorder').hidden = !on;
    mic.setAttribute('aria-pressed', on);
    mic.setAttribute('aria-label', on ? mic.getAttribute('data-stop')
      : mic.getAttribute(`data-aria-label-${language()}`));
  };
  const record = async () => {
    if (recording) return;
    trouble('');
    const mine = recording = { chunks: [], stream: null, context: null };
    try {
      const stream = mine.stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      // Firefox does not join a microphone to a context of another rate: take the microphone's.
      const { context, tap } = await tapInto(stream, { sampleRate: 16000 }).catch(() => tapInto(stream, {}));
      mine.context = context;
      if (recording !== mine) { release(mine); return; }
      const began = Date.now();
      tap.port.onmessage = ({ data }) => {
        mine.chunks.push(data);
        const loud = Math.sqrt(data.reduce((sum, s) => sum + s * s, 0) / data.length);
        $('.level b').style.transform = `scaleX(${Math.min(1, loud * 5)})`;
        const seconds = Math.floor((Date.now() - began) / 1000);
        $('#clock').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
        if (seconds >= MOST_SPOKEN_S) stop(true);
      };
      $('#clock').textContent = '0:00';
      showRecorder(true);
    } catch (error) { release(mine); recording = null; trouble('data-nomic'); }
  };
  const release = ({ stream, context }) => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    if (context) context.close();
  };
  const stop = (keep) => {
    if (!recording) return;
    const { chunks, context } = recording;
    const rate = context ? context.sampleRate : 0;
    release(recording);
    recording = null;
    showRecorder(false);
    if (keep && chunks.length) say($('#say').value, wav(chunks, rate));
  };

  // ------------------------------------------------------------------ cards and drawer
  const MOST_COMPARED = 4;
  const unpick = () => { picked = []; sync(); };
  const versus = () => {
    if (picked.length > 1) begin({ act: 'compare', sku: picked.join(',') });
    unpick();
  };
  const compare = ({ dataset: { sku } }) => {
    closeDrawer();
    picked = picked.includes(sku) ? picked.filter((one) => one !== sku) : [...picked, sku];
    picked.length < MOST_COMPARED ? sync() : versus();
  };
  const closeDrawer = () => {
    $('#drawer').classList.remove('open');
    document.body.classList.remove('locked');
    if (opener && opener.isConnected) opener.focus();
    opener = wanted = null;
  };
  const openDrawer = (event, button) => {  // from within the panel: who opened it stays
    if (!button.closest('#drawer')) opener = button;
    wanted = String(send(event));
  };
  const fill = (form, submitter) => {  // a form of the panel, as {name: [value, ...]}
    const event = { act: form.dataset.form, form: {} };
    new FormData(form, submitter).forEach((value, name) => (event.form[name] ??= []).push(value));
    if (submitter) {  // a second tap hands nothing over twice
      submitter.disabled = true;
      setTimeout(() => { submitter.disabled = false; }, 3000);
    }
    if (!form.dataset.turn) { openDrawer(event, form); return; }
    if (!waiting) wanted = String(begin(event));  // the panel closes when the turn begins
  };
  const copy = async (button) => {
    const link = new URL(button.dataset.href, location.href).href, word = button.textContent;
    try { await navigator.clipboard.writeText(link); } catch {  // no permission, or no https
      getSelection().selectAllChildren($('[data-whole]', button.closest('section')));
      if (!document.execCommand('copy')) return;
    }
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = word; }, 1600);
  };
  const save = (button) => {
    const list = $('#count-source [data-saved]'), sku = button.dataset.sku;
    const kept = new Set(list.dataset.saved.split(',').filter(Boolean));
    if (!kept.delete(sku)) kept.add(sku);
    list.dataset.saved = [...kept].join(',');  // at once; the server's list follows
    list.textContent = kept.size || '';
    send({ act: 'save', sku });
  };
  const thumb = (button) => {
    const box = button.closest('.thumbs'), vote = button.dataset.vote, form = $('form', box);
    all('button[data-vote]', box).forEach((b) => b.setAttribute('aria-pressed', b === button));
    if (form) form.hidden = vote === '1';
    if (form && vote === '-1') $('input', form).focus();
    send({ act: 'thumb', turn: box.dataset.turn, vote });
  };
  const sync = () => {  // what is saved and picked, shown on every card there is
    const list = $('#count-source [data-saved]');
    const kept = new Set((list ? list.dataset.saved : '').split(','));
    $('#saved-count').textContent = list ? list.textContent.trim() : '';
    for (const button of all('.act.save')) {
      const on = kept.has(button.dataset.sku), word = on ? button.dataset.on : button.dataset.off;
      if (button.getAttribute('aria-pressed') === String(on)) continue;
      button.setAttribute('aria-pressed', on);
      button.setAttribute('aria-label', button.getAttribute('aria-label').replace(/^[^:]*/, word));
      $('span', button).textContent = word;
    }
    for (const button of all('.act.compare')) {
      const on = String(picked.includes(button.dataset.sku));
      if (button.getAttribute('aria-pressed') !== on) button.setAttribute('aria-pressed', on);
    }
    const bar = $('#picked');  // one piece waits for another; two or more can be compared
    bar.hidden = !picked.length;
    bar.classList.toggle('enough', picked.length > 1);
    for (const one of all('[data-picked]', bar)) one.textContent = picked.length;
    for (const chip of all('.said .chip.photo')) {
      const url = photos[chip.closest('.said').dataset.turn];
      if (url && !$('img', chip)) chip.prepend(Object.assign(new Image(), { src: url, alt: '' }));
    }
    document.body.classList.toggle('talking', Boolean($('#thread .said, #live .turn')));
  };

  const drop = (event, button) => {
    if (waiting) return;
    closeDrawer();
    button.closest('.pill')?.classList.add('gone');
    begin(event);
  };

  // ------------------------------------------------------------------ taps and keys
  const acts = {
    say: (b) => { closeDrawer(); say(b.dataset.say, null, false); },
    facts: (b) => openDrawer({ act: 'facts', sku: b.dataset.sku }, b),
    saved: (b) => openDrawer({ act: 'saved' }, b),
    similar: (b) => { closeDrawer(); begin({ act: 'similar', sku: b.dataset.sku }); },
    compare,
    versus,
    save,
    edit: (b) => openDrawer({ act: 'edit', slots: b.dataset.slots }, b),
    forget: (b) => drop({ act: 'forget', slots: b.dataset.slots }, b),
    endgift: (b) => drop({ act: 'endgift' }, b),
    handover: (b) => openDrawer({ act: 'handover', kind: b.dataset.kind, sku: b.dataset.sku }, b),
    share: (b) => openDrawer({ act: 'share' }, b),
    unshare: (b) => openDrawer({ act: 'unshare' }, b),
    copy,
    memory: (b) => openDrawer({ act: 'memory' }, b),
    unmemo: (b) => openDrawer({ act: 'unmemo', about: b.dataset.about, slot: b.dataset.slot }, b),
    unmemos: (b) => { if (confirm(b.dataset.sure)) openDrawer({ act: 'unmemos' }, b); },
    draft: (b) => { closeDrawer(); $('#say').value = b.dataset.say; grow(); $('#say').focus(); },
    thumb,
    unpick,
    close: closeDrawer,
    restart: (b) => { if (confirm(b.dataset.sure)) begin({ act: 'restart' }); },
    erase: (b) => {
      if (!confirm(b.dataset.sure)) return;
      for (const turn of Object.keys(photos)) delete photos[turn];
      send({ act: 'erase' });
      scrollTo(0, 0);
    },
    theme: () => setTheme(document.body.classList.contains('dark') ? 'light' : 'dark'),
    switch: () => { setLanguage(language() === 'zh' ? 'en' : 'zh'); trouble(''); send({ act: 'lang' }); },
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-act]');
    if (button && acts[button.dataset.act]) { event.preventDefault(); acts[button.dataset.act](button); return; }
    const id = event.target.closest('button')?.id;
    if (id === 'pick') $('#photo').click();
    else if (id === 'drop-photo') { dropPhoto(); $('#say').focus(); }
    else if (id === 'mic') recording ? stop(true) : record();
    else if (id === 'cancel') stop(false);
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target.id === 'composer') { recording ? stop(true) : say($('#say').value); return; }
    if (event.target.dataset.form) { fill(event.target, event.submitter); return; }
    const box = event.target.closest('.thumbs');
    if (!box) return;
    send({ act: 'thumb', turn: box.dataset.turn, vote: '-1', reason: $('input', box).value });
    event.target.replaceWith(Object.assign(document.createElement('span'), { role: 'status', textContent: box.dataset.thanks }));
  });
  document.addEventListener('change', (event) => { if (event.target.id === 'photo') takePhoto(event.target.files[0]); });
  document.addEventListener('input', (event) => { if (event.target.id === 'say') grow(); });
  document.addEventListener('keydown', (event) => {
    if (event.target.id === 'say' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      say($('#say').value);
    }
    if (event.key === 'Escape') {
      if (recording) stop(false);
      else if ($('#drawer.open')) closeDrawer();
      else unpick();
    }
    if (event.key === 'Tab' && $('#drawer.open')) {  // keep the focus inside the dialog
      const stops = all('#drawer :is(button, [href], input, select, textarea, summary)')
        .filter((one) => one.type !== 'hidden' && one.checkVisibility());
      const last = stops[stops.length - 1];
      if (event.shiftKey ? document.activeElement === stops[0] : document.activeElement === last) {
        event.preventDefault();
        (event.shiftKey ? last : stops[0])?.focus();
      }
    }
  });
  document.addEventListener('focusin', ({ target }) => { held = target.closest('#pills [data-slots]')?.dataset.slots; });
  document.addEventListener('paste', (event) => {
    const file = [...(event.clipboardData?.files || [])].find((one) => one.type.startsWith('image/'));
    if (file) takePhoto(file);
  });
  document.addEventListener('error', ({ target }) => {  // a broken photo, or one only the server opens
    if (target.id === 'thumb') target.hidden = true;
    else if (target.closest?.('.chip.photo')) { delete photos[target.closest('.said').dataset.turn]; target.remove(); }
  }, true);
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => { event.preventDefault(); takePhoto(event.dataTransfer?.files[0]); });

  // ------------------------------------------------------------------ what Python changed
  const follow = (id, react) => {
    const part = document.getElementById(id);
    const options = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-saved', 'data-state'] };
    if (part) new MutationObserver(() => react(part)).observe(part, options);
  };
  const show = (element) => element?.scrollIntoView({ block: 'start', behavior: calm.matches ? 'auto' : 'smooth' });
  let shown = '', told = '', titled = '';
  const onLive = (part) => {
    const turn = $('.turn', part);
    if (!turn) { sync(); return; }
    const { n, state } = turn.dataset, said = $('.said', turn);
    const mine = waiting && String(waiting.n) === n;
    if (mine) clearTimeout(waiting.timer);
    if (mine && $('#drawer.open')) closeDrawer();  // the form in it was understood
    if (mine && waiting.file && said) photos[said.dataset.turn] ??= URL.createObjectURL(waiting.file);
    sync();
    if (shown !== n) show(said || turn);
    shown = n;
    const words = $('.answer .text', turn)?.textContent || '';
    if (told !== words) $('#aloud').textContent = told = words;
    if (mine && state === 'done') end();
    if (mine && state === 'failed') end('');
  };
  const onDrawer = (part) => {
    const panel = $('.drawer', part);
    sync();
    if (!panel) { part.classList.remove('open'); document.body.classList.remove('locked'); return; }
    if (panel.dataset.n !== wanted) return;  // one that was closed, drawn again
    if (waiting && String(waiting.n) === wanted) end();  // the form was not: it is shown again
    wanted = null;
    for (const link of all('[data-whole]', panel)) link.textContent = link.href;
    part.classList.add('open');
    document.body.classList.add('locked');
    // Another panel begins at its top; the same one stays where it was, unless it has news.
    if (titled !== panel.getAttribute('aria-label') || $('.good, .problem', panel)) panel.scrollTop = 0;
    titled = panel.getAttribute('aria-label');
    panel.focus({ preventScroll: true });
  };
  const onPills = () => {  // drawn anew: the keyboard stays where it was
    if (!held || document.activeElement !== document.body) return;
    ($(`#pills .word[data-slots="${held}"]`) || $('#pills button'))?.focus({ preventScroll: true });
  };
  const start = () => {
    if (!$('#composer') || !$('#bridge') || !$('#count-source [data-loaded]')) { setTimeout(start, 50); return; }
    setLanguage(memory.get('facet-language') || ((navigator.language || '').startsWith('zh') ? 'zh' : 'en'));
    const theme = memory.get('facet-theme');
    if (theme) setTheme(theme);
    follow('thread', sync);
    follow('live', onLive);
    follow('pills', onPills);
    follow('count-source', sync);
    follow('drawer', onDrawer);
    sync();
    document.body.classList.add('ready');
    all('#thread .said').pop()?.scrollIntoView({ block: 'start' });
  };
  start();
}
