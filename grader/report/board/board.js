"use strict";
(() => {
  const { texts, entries, rows, unmet, cut, katas, verdicts, words } = JSON.parse(document.getElementById("data").textContent);
  const table = document.getElementById("board");
  const body = table.tBodies[0];
  const lines = [...body.rows];
  const search = document.getElementById("search");
  const who = document.getElementById("who");
  const cells = document.getElementById("cells");
  const count = document.getElementById("count");
  const theme = document.getElementById("theme");
  const panel = document.getElementById("panel");
  const told = document.getElementById("told");
  const first = lines.length ? lines[0].cells.length - katas.length : 0;
  const nameOf = (line) => line.querySelector("th button").textContent;
  const wanted = {
    "": () => true,
    met: (line) => line.dataset.met === "1",
    unmet: (line) => line.dataset.met === "0",
    absent: (line) => line.dataset.graded === "0",
  };

  function filter() {
    const part = search.value.trim().toLocaleLowerCase();
    let shown = 0;
    for (const line of lines) {
      const fits = wanted[who.value](line) && nameOf(line).toLocaleLowerCase().includes(part);
      line.hidden = !fits;
      shown += fits;
    }
    count.textContent = words.of_rows.replace("{shown}", shown).replace("{all}", lines.length);
  }

  function value(line, button) {
    const { key, kata } = button.dataset;
    if (kata !== undefined) {
      const result = rows[line.dataset.i][kata];
      return result === null ? -1 : cells.value === "time" ? result[3] : result[2] + (result[1] === "✓");
    }
    if (key === "name") return nameOf(line);
    return key === "rank" ? -line.dataset.i : Number(line.dataset[key]);
  }

  function sort(button) {
    const head = button.closest("th");
    const text = button.dataset.key === "name";
    const up = head.ariaSort ? head.ariaSort === "descending" : text;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.ariaSort = up ? "ascending" : "descending";
    const values = new Map(lines.map((line) => [line, value(line, button)]));
    const compare = text
      ? (one, other) => values.get(one).localeCompare(values.get(other))
      : (one, other) => values.get(one) - values.get(other);
    lines.sort((one, other) => (up ? compare(one, other) : compare(other, one)) || one.dataset.i - other.dataset.i);
    body.append(...lines);
  }

  function fill() {
    for (const line of lines) {
      rows[line.dataset.i].forEach((result, kata) => {
        if (result !== null) line.cells[first + kata].textContent = cells.value === "time" ? result[3].toFixed(2) : result[1];
      });
    }
  }

  function add(parent, tag, text) {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    parent.append(element);
    return element;
  }

  function tell(result) {
    const [verdict, , score, seconds, misconception, why, more, tests] = result;
    add(told, "p", [verdicts[verdict], `${score} %`, `${seconds} ${words.seconds}`].join(words.comma));
    if (tests === undefined) return;
    if (misconception >= 0) add(told, "p", `${words.perhaps}${words.colon}${texts[misconception]}`);
    if (why >= 0) add(add(told, "p"), "code", texts[why]);
    const list = add(told, "ul");
    for (const [promise, outcome, line, times, again, ...values] of tests.map((number) => entries[number])) {
      const said = verdicts[outcome] + (again ? words.again : "");
      const item = add(list, "li", texts[promise] + (times > 1 ? ` ×${times}` : "") + words.brackets.replace("{text}", said));
      if (again) continue;
      const pairs = add(item, "dl");
      const all = [[words.line, line || ""], ...values.map((number, at) => [
        [words.call, words.expected, words.actual, words.message][at], number >= 0 ? texts[number] : ""])];
      for (const [label, text] of all) {
        if (text === "") continue;
        add(pairs, "dt", label);
        add(add(pairs, "dd"), "code", text);
      }
    }
    if (more) add(list, "li", words.more.replace("{more}", more));
  }

  function open(line, kata) {
    told.replaceChildren();
    add(add(told, "h2"), "bdi", nameOf(line));
    const why = unmet[line.dataset.i];
    if (why >= 0) add(told, "p", `${words.unmet_only}${words.colon}${texts[why]}`).className = "unmet";
    let place = null;
    rows[line.dataset.i].forEach((result, at) => {
      const head = add(told, "h3", katas[at]);
      if (at === kata) place = head;
      if (result === null) add(told, "p", words.not_handed_in);
      else tell(result);
    });
    if (cut) add(told, "p", words.cut);
    panel.showModal();
    if (place) place.scrollIntoView();
  }

  table.tHead.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sort(button);
  });
  body.addEventListener("click", (event) => {
    const cell = event.target.closest("td, th");
    const kata = cell.cellIndex - first;
    if (cell.tagName === "TH" || cell.className === "unmet" || kata >= 0) open(cell.closest("tr"), kata);
  });
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
  document.getElementById("tools").addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", filter);
  who.addEventListener("change", filter);
  cells.addEventListener("change", fill);
  document.getElementById("print").addEventListener("click", () => window.print());

  const root = document.documentElement;
  const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => { theme.textContent = dark() ? words.light : words.dark; };
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    label();
  });
  label();
  filter();
})();
