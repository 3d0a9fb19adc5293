"use strict";
const value = (row, place) => row.cells[place].dataset.value ?? row.cells[place].textContent.trim();
for (const head of document.querySelectorAll("th[data-kind]")) {
  head.querySelector("button").addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const place = head.cellIndex, body = head.closest("table").tBodies[0];
    const compare = head.dataset.kind === "number"
      ? (one, other) => value(one, place) - value(other, place)
      : (one, other) => value(one, place).localeCompare(value(other, place), "ru", { numeric: true });
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append(...[...body.rows].sort((one, other) => (up ? 1 : -1) * compare(one, other)));
  });
}
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(one => { one.open = true; }));
