// Light or dark, and the filters of tables. Without it every page shows all that it has.
(function () {
  "use strict";
  var root = document.documentElement;

  function kept() {
    try { return localStorage.getItem("theme"); } catch (error) { return null; }
  }
  function keep(theme) {
    try { localStorage.setItem("theme", theme); } catch (error) { /* a file: page may have no storage */ }
  }
  function isDark() {
    var theme = root.dataset.theme;
    return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  var theme = kept();
  if (theme === "dark" || theme === "light") root.dataset.theme = theme;

  function offerThemes() {
    var button = document.getElementById("theme");
    if (!button) return;
    function name() { button.textContent = isDark() ? "Light" : "Dark"; }
    button.hidden = false;
    name();
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep(root.dataset.theme);
      name();
      document.dispatchEvent(new Event("theme"));
    });
  }

  function offerFilters() {
    var form = document.getElementById("filters");
    var table = document.getElementById("matrix");
    if (!form || !table) return;
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    var majors = Array.prototype.map.call(table.tHead.rows[0].cells, function (cell) { return cell.dataset.major; });
    form.hidden = false;

    function verdictOf(cell) { return cell.className.split(" ")[0].replace("-", " "); }
    function apply() {
      var wanted = {
        name: form.elements["case"].value.trim().toLowerCase(), style: form.elements.style.value,
        verdict: form.elements.verdict.value, major: form.elements.major.value
      };
      var shown = 0;
      var above = "";
      majors.forEach(function (major, place) {
        if (major) table.tHead.rows[0].cells[place].hidden = Boolean(wanted.major) && major !== wanted.major;
      });
      rows.forEach(function (row) {
        var place = 2;
        var has = !wanted.verdict;
        Array.prototype.slice.call(row.cells, 2).forEach(function (cell) {
          var inside = !wanted.major || majors[place] === wanted.major;
          var fits = wanted.verdict === "moved" ? cell.classList.contains("moved") : verdictOf(cell) === wanted.verdict;
          cell.hidden = !inside;
          cell.classList.toggle("dim", Boolean(wanted.verdict) && !fits);
          has = has || (inside && fits);
          place += cell.colSpan;
        });
        var name = row.cells[0].textContent;
        row.hidden = !(has && name.toLowerCase().indexOf(wanted.name) >= 0 &&
          (!wanted.style || row.cells[1].textContent.trim() === wanted.style));
        if (!row.hidden) {
          row.classList.toggle("first", name !== above);
          above = name;
          shown += 1;
        }
      });
      document.getElementById("shown").textContent = shown + " of " + rows.length + " rows";
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  }

  function offerSearch() {
    var form = document.getElementById("find");
    var table = document.getElementById("symbols");
    if (!form || !table) return;
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("input", function () {
      var wanted = form.elements["case"].value.trim().toLowerCase();
      rows.forEach(function (row) { row.hidden = row.cells[0].textContent.toLowerCase().indexOf(wanted) < 0; });
      form.querySelector("output").textContent = rows.filter(function (row) { return !row.hidden; }).length + " of " + rows.length;
    });
  }

  function all() { offerThemes(); offerFilters(); offerSearch(); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all); else all();
})();
