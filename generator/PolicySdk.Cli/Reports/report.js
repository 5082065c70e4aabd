"use strict";
// Sorts a table by the column that is clicked: numbers by value, the rest as text. Another click turns it round.
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const heading = button.parentElement;
    const body = heading.closest("table").tBodies[0];
    const column = heading.cellIndex;
    const descending = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const key = row => row.cells[column].textContent;
    const isNumber = text => /^\d+$/.test(text);
    const compare = (a, b) => {
      if (isNumber(a) && isNumber(b)) return BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0;
      return a.localeCompare(b, "en", { numeric: true });
    };
    const rows = [...body.rows].sort((a, b) => (descending ? -1 : 1) * compare(key(a), key(b)));
    body.append(...rows);
  });
}
// Shows the entries that hold all words of the filter.
const filter = document.getElementById("filter");
const rows = [...document.querySelectorAll("#all tbody tr")].map(row => [row, row.textContent.toLowerCase()]);
const show = () => {
  const words = filter.value.toLowerCase().split(/\s+/).filter(word => word);
  let count = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every(word => text.includes(word));
    count += row.hidden ? 0 : 1;
  }
  document.getElementById("shown").textContent = `${count} of ${rows.length}`;
};
filter.addEventListener("input", show);
show();
