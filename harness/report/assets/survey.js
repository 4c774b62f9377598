// The table of a survey: filters, which stand in the address, the order of rows, and the parts that a link leads to.
(function () {
  "use strict";

  function begin() {
    var form = document.getElementById("filters");
    var table = document.getElementById("files");
    if (!form || !table) return;
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var names = ["file", "standing", "own", "way"];
    form.hidden = false;

    function read() {
      var found = new URLSearchParams(location.hash.slice(1));
      names.forEach(function (name) { form.elements[name].value = found.get(name) || ""; });
    }
    function write() {
      var wanted = new URLSearchParams();
      names.forEach(function (name) { if (form.elements[name].value) wanted.set(name, form.elements[name].value); });
      var hash = wanted.toString();
      try {
        history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
      } catch (error) { /* a page without an address of its own keeps its filters to itself */ }
    }
    function apply() {
      var wanted = {};
      names.forEach(function (name) { wanted[name] = form.elements[name].value.trim(); });
      var part = wanted.file.toLowerCase();
      var shown = 0;
      rows.forEach(function (row) {
        var fits = row.cells[0].textContent.toLowerCase().indexOf(part) >= 0 &&
          (!wanted.standing || row.dataset.standing === wanted.standing) &&
          (!wanted.own || row.dataset.own === wanted.own) &&
          (!wanted.way || JSON.parse(row.dataset.ways).indexOf(wanted.way) >= 0);
        row.hidden = !fits;
        document.getElementById(row.dataset.part).hidden = !fits;
        if (fits) shown += 1;
      });
      document.getElementById("shown").textContent = shown + " of " + rows.length + " files";
    }
    function follow() {
      var hash = decodeURIComponent(location.hash.slice(1));
      if (hash.indexOf("=") >= 0) {
        read();
        apply();
        form.scrollIntoView();
        return;
      }
      var part = hash && document.getElementById(hash);
      if (part && part.tagName === "DETAILS") {
        part.hidden = false;
        part.open = true;
        part.scrollIntoView();
      }
    }

    function valueOf(row, place, isNumber) {
      var text = row.cells[place].textContent.trim();
      return isNumber ? parseFloat(text) || 0 : text.toLowerCase();
    }
    function offerOrder(head, place) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var isNumber = head.dataset.order === "number";
        var before = head.getAttribute("aria-sort");
        var down = before ? before === "ascending" : isNumber;
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        rows.sort(function (one, other) {
          var left = valueOf(one, place, isNumber);
          var right = valueOf(other, place, isNumber);
          var order = left < right ? -1 : left > right ? 1 : 0;
          return down ? -order : order;
        });
        rows.forEach(function (row) { body.appendChild(row); });
      });
    }

    Array.prototype.forEach.call(table.tHead.rows[0].cells, offerOrder);
    form.addEventListener("input", function () { apply(); write(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    addEventListener("hashchange", follow);
    apply();
    follow();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
})();
