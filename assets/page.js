() => {
  // The page's own script. Handlers live in Python (assistant/ui/handlers.py): this sends them one
  // JSON object an event through a hidden text box, records speech, and keeps language and theme.
  const $ = (selector, root = document) => root.querySelector(selector);
  const page = document.documentElement;
  const memory = { get: (k) => localStorage.getItem(k), set: (k, v) => localStorage.setItem(k, v) };
  let photo = null, recording = null, picked = null, draft = '', count = 0;

  // ------------------------------------------------------------------ language and theme
  const language = () => page.dataset.lang || 'en';
  const setLanguage = (name) => {
    page.dataset.lang = name;
    page.lang = name === 'zh' ? 'zh-CN' : 'en';
    memory.set('facet-language', name);
    for (const attribute of ['placeholder', 'aria-label', 'data-sure', 'data-nomic', 'data-noload'])
      for (const element of document.querySelectorAll(`[data-${attribute}-${name}]`))
        element.setAttribute(attribute, element.getAttribute(`data-${attribute}-${name}`));
  };
  const setTheme = (name) => {
    document.body.classList.toggle('dark', name === 'dark');
    memory.set('facet-theme', name);
  };

  // ------------------------------------------------------------------ the bridge to Python
  const send = (event) => {
    const box = $('#bridge textarea, #bridge input');
    count += 1;
    box.value = JSON.stringify({ ...event, lang: language(), n: count });  // n: a repeat counts
    box.dispatchEvent(new Event('input', { bubbles: true }));
    setTimeout(() => $('#bridge-go').click(), 0);
  };
  const upload = async (blob) => {
    const answer = await fetch('/page/upload', { method: 'POST', body: blob });
    if (!answer.ok) throw new Error(`upload ${answer.status}`);
    return (await answer.json()).token;
  };
  const trouble = (name) => {
    const line = $('#trouble');
    line.hidden = !name;
    line.textContent = name ? line.getAttribute(name) : '';
  };
  const busy = (on) => $('#composer').classList.toggle('busy', on);
  const say = async (text, audio = null) => {
    trouble('');
    const held = photo;
    if (!text.trim() && !held && !audio) { send({ act: 'send', text: '' }); return; }
    busy(true);
    try {
      const event = { act: 'send', text };
      if (held) event.photo = await upload(held);
      if (audio) event.audio = await upload(audio);
      draft = text;
      $('#say').value = '';
      grow();
      dropPhoto();
      send(event);
    } catch (error) { trouble('data-noload'); }
    busy(false);
  };

  // ------------------------------------------------------------------ photo
  const dropPhoto = () => { photo = null; $('.tray').hidden = true; $('#photo').value = ''; };
  const takePhoto = (file) => {
    if (!file) return;
    photo = file;
    $('#thumb').src = URL.createObjectURL(file);
    $('#tray-name').textContent = file.name || '';
    $('.tray').hidden = false;
    $('#say').focus();
  };
  const grow = () => {
    const box = $('#say');
    box.style.height = 'auto';
    box.style.height = box.value ? `${Math.min(box.scrollHeight, 160)}px` : '';
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
  const record = async () => {
    trouble('');
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      const context = new AudioContext({ sampleRate: 16000 });
      const url = URL.createObjectURL(new Blob([WORKLET], { type: 'text/javascript' }));
      await context.audioWorklet.addModule(url);
      const tap = new AudioWorkletNode(context, 'tap'), chunks = [], began = Date.now();
      tap.port.onmessage = ({ data }) => {
        chunks.push(data);
        const loud = Math.sqrt(data.reduce((sum, s) => sum + s * s, 0) / data.length);
        $('.level b').style.width = `${Math.min(100, loud * 400)}%`;
        const seconds = Math.floor((Date.now() - began) / 1000);
        $('#clock').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
        if (seconds >= 58) stop(true);
      };
      context.createMediaStreamSource(stream).connect(tap);
      recording = { stream, context, chunks };
      $('#composer').classList.add('recording');
      $('#recorder').hidden = false;
      $('#mic').setAttribute('aria-pressed', 'true');
    } catch (error) { trouble('data-nomic'); }
  };
  const stop = (keep) => {
    if (!recording) return;
    const { stream, context, chunks } = recording;
    recording = null;
    stream.getTracks().forEach((track) => track.stop());
    const rate = context.sampleRate;
    context.close();
    $('#composer').classList.remove('recording');
    $('#recorder').hidden = true;
    $('#mic').setAttribute('aria-pressed', 'false');
    if (keep && chunks.length) say($('#say').value, wav(chunks, rate));
  };

  // ------------------------------------------------------------------ taps
  const compare = (sku, button) => {
    if (picked && picked !== sku) { send({ act: 'compare', sku: `${picked},${sku}` }); unpick(); closeDrawer(); return; }
    if (picked === sku) { unpick(); return; }
    picked = sku;
    button.classList.add('on');
    $('#picked').hidden = false;
  };
  const unpick = () => {
    picked = null;
    $('#picked').hidden = true;
    document.querySelectorAll('.act.compare.on').forEach((b) => b.classList.remove('on'));
  };
  let opener = null;
  const closeDrawer = () => {
    $('#drawer').classList.remove('open');
    document.body.classList.remove('locked');
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  };
  const thumb = (button) => {
    const box = button.closest('.thumbs'), vote = button.dataset.vote;
    box.querySelectorAll('button').forEach((b) => b.classList.toggle('on', b === button));
    const form = $('form', box);
    form.hidden = vote === '1';
    if (vote === '-1') $('input', form).focus();
    send({ act: 'thumb', turn: box.dataset.turn, vote });
  };
  const acts = {
    say: (b) => say(b.dataset.say),
    facts: (b) => { opener = b; send({ act: 'facts', sku: b.dataset.sku }); },
    similar: (b) => { closeDrawer(); send({ act: 'similar', sku: b.dataset.sku }); },
    compare: (b) => compare(b.dataset.sku, b),
    save: (b) => {
      const on = b.getAttribute('aria-pressed') !== 'true';
      document.querySelectorAll(`.act.save[data-sku="${b.dataset.sku}"]`)
        .forEach((one) => one.setAttribute('aria-pressed', on));
      send({ act: 'save', sku: b.dataset.sku });
    },
    saved: (b) => { opener = b; send({ act: 'saved' }); },
    forget: (b) => { b.classList.add('gone'); send({ act: 'forget', slots: b.dataset.slots }); },
    thumb,
    unpick,
    close: closeDrawer,
    restart: () => send({ act: 'restart' }),
    erase: (b) => { if (confirm(b.dataset.sure)) send({ act: 'erase' }); },
    theme: () => setTheme(document.body.classList.contains('dark') ? 'light' : 'dark'),
    switch: () => { setLanguage(language() === 'zh' ? 'en' : 'zh'); send({ act: 'lang' }); },
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-act]');
    if (button && acts[button.dataset.act]) { event.preventDefault(); acts[button.dataset.act](button); return; }
    const id = event.target.closest('button')?.id;
    if (id === 'pick') $('#photo').click();
    else if (id === 'drop-photo') dropPhoto();
    else if (id === 'mic') recording ? stop(true) : record();
    else if (id === 'cancel') stop(false);
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target.id === 'composer') { recording ? stop(true) : say($('#say').value); return; }
    const box = event.target.closest('.thumbs');
    if (!box) return;
    send({ act: 'thumb', turn: box.dataset.turn, vote: '-1', reason: $('input', box).value });
    event.target.replaceWith(Object.assign(document.createElement('span'), { textContent: box.dataset.thanks }));
  });
  document.addEventListener('change', (event) => { if (event.target.id === 'photo') takePhoto(event.target.files[0]); });
  document.addEventListener('input', (event) => { if (event.target.id === 'say') grow(); });
  document.addEventListener('keydown', (event) => {
    if (event.target.id === 'say' && event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      say($('#say').value);
    }
    if (event.key === 'Escape') { stop(false); closeDrawer(); unpick(); }
    if (event.key === 'Tab' && $('#drawer.open')) {  // keep the focus inside the dialog
      const stops = [...document.querySelectorAll('#drawer button, #drawer [href]')];
      const last = stops[stops.length - 1];
      if (event.shiftKey ? document.activeElement === stops[0] : document.activeElement === last) {
        event.preventDefault();
        (event.shiftKey ? last : stops[0])?.focus();
      }
    }
  });
  document.addEventListener('paste', (event) => {
    const file = [...(event.clipboardData?.files || [])].find((one) => one.type.startsWith('image/'));
    if (file) takePhoto(file);
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => { event.preventDefault(); takePhoto(event.dataTransfer?.files[0]); });

  // ------------------------------------------------------------------ what Python changed
  const follow = (id, react) => {
    const part = document.getElementById(id);
    if (part) new MutationObserver(() => react(part)).observe(part, { childList: true, subtree: true, characterData: true });
  };
  const talking = () => $('#thread .said, #thread .answer, #live .said, #live .answer');
  const settle = (smooth) => {
    document.body.classList.toggle('talking', Boolean(talking()));
    const last = $('#live .said') || $('#live .answer');
    if (last && last.textContent) last.scrollIntoView({ block: 'start', behavior: smooth ? 'smooth' : 'auto' });
    if ($('#live [data-restore]') && draft && !$('#say').value) { $('#say').value = draft; grow(); }
  };
  let shownSaid = '';
  const start = () => {
    if (!$('#composer') || !$('#bridge') || !$('#count-source [data-loaded]')) { setTimeout(start, 50); return; }
    setLanguage(memory.get('facet-language') || ((navigator.language || '').startsWith('zh') ? 'zh' : 'en'));
    const wanted = memory.get('facet-theme');
    if (wanted) setTheme(wanted);
    $('#live').setAttribute('aria-live', 'polite');
    follow('thread', () => document.body.classList.toggle('talking', Boolean(talking())));
    follow('live', (part) => {
      const said = $('.said', part)?.textContent || '';
      const isNew = said !== shownSaid;
      shownSaid = said;
      settle(isNew);
    });
    const counted = (part) => { $('#saved-count').textContent = part.textContent.trim(); };
    follow('count-source', counted);
    counted($('#count-source'));
    document.body.classList.toggle('talking', Boolean(talking()));
    follow('drawer', (part) => {
      const panel = $('.drawer', part);
      part.classList.toggle('open', Boolean(panel));
      document.body.classList.toggle('locked', Boolean(panel));
      panel?.focus();
    });
    document.body.classList.add('ready');
  };
  start();
}
