// Runs on every page of the documentation: loads the search index when it is wanted, lets the keyboard scroll what is too wide, and makes
// the metric catalogue searchable. Without it the pages are complete, if longer to look through.
(() => {
  const { document, ResizeObserver, MutationObserver } = globalThis;

  function loadSearchOnDemand() {
    const script = document.getElementById('tsd-search-script');
    const dialog = document.getElementById('tsd-search');
    const trigger = document.getElementById('tsd-search-trigger');
    const field = document.getElementById('tsd-search-input');
    const status = document.getElementById('tsd-search-status');
    if (!script || !dialog || !trigger || !field || !status) return;
    const load = () => {
      if (!script.src) script.src = script.dataset.src;
    };
    // Whoever typed before the index was there is answered once it is.
    const isReady = () => status.textContent.trim() === '';
    const watch = new MutationObserver(() => {
      if (!isReady()) return;
      watch.disconnect();
      setTimeout(() => field.dispatchEvent(new Event('input')), 0);
    });
    watch.observe(status, { childList: true, subtree: true });
    trigger.addEventListener('pointerenter', load, { once: true });
    trigger.addEventListener('focus', load, { once: true });
    new MutationObserver(() => {
      if (dialog.open) load();
    }).observe(dialog, { attributes: true, attributeFilter: ['open'] });
  }

  // TypeDoc puts the link of a module into the heading that unfolds it; who cannot see could not tell one from the other.
  function separateLinksFromFolds() {
    const container = document.getElementById('tsd-nav-container');
    if (!container) return;
    const separate = () => {
      for (const link of container.querySelectorAll('summary > a')) {
        const summary = link.parentElement;
        const list = summary.parentElement.querySelector('ul');
        if (!list) continue;
        const label = document.createElement('span');
        label.textContent = link.textContent;
        summary.append(label);
        const item = document.createElement('li');
        item.append(link);
        list.prepend(item);
      }
    };
    new MutationObserver(separate).observe(container, { childList: true });
    separate();
  }

  function letKeyboardScroll() {
    const wide = document.querySelectorAll('.tsd-typography pre, .tsd-typography table, .tsd-signature, .picture');
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
        else target.removeAttribute('tabindex');
      }
    });
    for (const element of wide) observer.observe(element);
  }

  /** Text without capitals and accents. */
  function plain(text) {
    return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  }

  function control(tag, id, text, form) {
    const label = document.createElement('label');
    label.htmlFor = id;
    label.textContent = text;
    const input = document.createElement(tag);
    input.id = id;
    const pair = document.createElement('span');
    pair.append(label, input);
    form.append(pair);
    return input;
  }

  function makeCatalogueSearchable() {
    const heading = document.getElementById('metric-catalogue');
    const tables = [...document.querySelectorAll('main table, [role="main"] table')].filter(
      (table) => table.rows[0]?.cells.length === 8,
    );
    if (!heading || tables.length === 0) return;
    const rows = tables.flatMap((table) =>
      [...table.tBodies[0].rows].map((row) => {
        const cells = [...row.cells].map((cell) => cell.textContent);
        return { row, table, text: plain(cells.join(' ')), good: cells[5], owner: cells[6] };
      }),
    );
    for (const { row } of rows) row.id = `metric-${row.cells[0].textContent}`;
    const sections = tables.map((table) => {
      const parts = [table];
      while (parts[0].tagName !== 'H2' && parts[0].previousElementSibling)
        parts.unshift(parts[0].previousElementSibling);
      return { table, parts };
    });

    const form = document.createElement('form');
    form.className = 'catalogue-search';
    form.setAttribute('role', 'search');
    form.setAttribute('aria-label', 'Metrics');
    form.addEventListener('submit', (event) => event.preventDefault());
    const query = control('input', 'catalogue-query', 'Search', form);
    query.type = 'search';
    query.placeholder = 'late deliveries, taux de réponse, nps …';
    query.autocomplete = 'off';
    const choice = (id, text, values) => {
      const select = control('select', id, text, form);
      select.append(new Option('all', ''), ...values.map((value) => new Option(value, value)));
      return select;
    };
    const unique = (values) => [...new Set(values)].sort();
    const group = choice(
      'catalogue-group',
      'Group',
      sections.map(({ parts }) => parts[0].textContent.trim()),
    );
    const owner = choice('catalogue-owner', 'Owner', unique(rows.map((row) => row.owner)));
    const count = document.createElement('output');
    count.htmlFor = 'catalogue-query catalogue-group catalogue-owner';
    form.append(count);
    const [first] = sections[0].parts;
    first.before(form);

    const update = () => {
      const words = plain(query.value).split(/\s+/).filter(Boolean);
      const shown = new Set();
      let matches = 0;
      for (const { row, table, text, owner: own } of rows) {
        const section = sections.find((one) => one.table === table);
        const isShown =
          words.every((word) => text.includes(word)) &&
          (owner.value === '' || owner.value === own) &&
          (group.value === '' || group.value === section.parts[0].textContent.trim());
        row.hidden = !isShown;
        if (isShown) {
          matches += 1;
          shown.add(table);
        }
      }
      for (const { table, parts } of sections) for (const part of parts) part.hidden = !shown.has(table);
      count.value = `${matches} of ${rows.length} metrics`;
    };
    for (const input of [query, group, owner]) input.addEventListener('input', update);
    update();
  }

  loadSearchOnDemand();
  separateLinksFromFolds();
  makeCatalogueSearchable();
  letKeyboardScroll();
})();
