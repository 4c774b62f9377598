// Plots, drawn when they are looked at: library and numbers come as scripts, for a file: page may read no other files.
(function () {
  "use strict";
  var own = document.currentScript;
  var figures = Array.prototype.slice.call(document.querySelectorAll("figure.plot"));
  var colours = ["#d9480f", "#1c7ed6", "#2b8a3e", "#862e9c", "#c2255c", "#0b7285", "#5c940d", "#495057"];
  var dashes = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
  var numbers = null;
  var waiting = [];
  var begun = false;

  window.harnessPlots = function (data) {
    numbers = data;
    waiting.splice(0).forEach(draw);
  };

  function load(address, then) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = then || null;
    document.head.appendChild(script);
  }
  function begin() {
    if (begun) return;
    begun = true;
    // In a page that is one file both stand in it.
    if (!own.dataset.library) return;
    load(own.dataset.library, function () { load(own.dataset.numbers); });
  }
  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }
  function label(curve) { return curve.releases ? curve.style + " " + curve.releases : curve.style; }
  function measured(data) {
    var all = [];
    data.curves.forEach(function (curve) {
      if (curve.style !== "documented") curve.y.forEach(function (y) { if (y !== null) all.push(y); });
    });
    return all;
  }
  // A log that prints 0.000000 has no place on a log scale; what was measured there has.
  function positive(data) {
    var all = measured(data);
    return all.length > 0 && all.every(function (y) { return y > 0; });
  }
  function wide(data) {
    var all = measured(data);
    return Math.max.apply(null, all) > 100 * Math.min.apply(null, all);
  }
  function shownOf(curve, logarithmic) {
    return logarithmic ? curve.y.map(function (y) { return y > 0 ? y : null; }) : curve.y;
  }

  function draw(figure) {
    if (!numbers) { waiting.push(figure); return; }
    var data = numbers[Number(figure.dataset.place)];
    var box = figure.querySelector(".canvas");
    var note = figure.querySelector(".waiting");
    if (note) note.remove();
    var table = values(figure, data);
    var mayLog = positive(data);
    var logarithmic = mayLog && wide(data);
    var button = document.createElement("button");
    button.type = "button";
    if (mayLog) figure.querySelector("figcaption").appendChild(button);
    var plot = null;
    var place = data.x.length - 1;

    function make() {
      if (plot) plot.destroy();
      button.textContent = logarithmic ? "Linear scale" : "Log scale";
      plot = new uPlot(options(data, box, logarithmic, function (found) { place = found; tell(table, data, found); }),
        [data.x].concat(data.curves.map(function (curve) { return shownOf(curve, logarithmic); })), box);
      figure.dataset.drawn = logarithmic ? "log" : "linear";
    }
    button.addEventListener("click", function () { logarithmic = !logarithmic; make(); });
    box.addEventListener("keydown", function (event) {
      var step = { ArrowLeft: -1, ArrowRight: 1, Home: -data.x.length, End: data.x.length }[event.key];
      if (!step) return;
      event.preventDefault();
      place = Math.min(Math.max(place + step, 0), data.x.length - 1);
      plot.setCursor({ left: plot.valToPos(data.x[place], "x"), top: 10 });
      tell(table, data, place);
    });
    document.addEventListener("theme", make);
    addEventListener("resize", function () { plot.setSize({ width: box.clientWidth, height: 240 }); });
    make();
    tell(table, data, place);
  }

  function options(data, box, logarithmic, moved) {
    var axis = { stroke: colour("--ink"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
    return {
      width: box.clientWidth, height: 240, legend: { show: false },
      scales: { x: { time: false }, y: { distr: logarithmic ? 3 : 1 } },
      axes: [Object.assign({ label: axisOf(data), labelSize: 20 }, whole(data) ? { incrs: steps } : {}, axis), ofValues(axis, logarithmic)],
      series: [{}].concat(data.curves.map(function (curve, place) {
        var shown = { label: label(curve), stroke: colours[place % colours.length], spanGaps: true };
        if (curve.style === "documented") return Object.assign(shown, { paths: function () { return null; }, points: { show: true, size: 8 } });
        return Object.assign(shown, { width: 2, dash: dashes[place % dashes.length], points: { show: data.x.length < 60, size: 4 } });
      })),
      hooks: { setCursor: [function (plot) { if (plot.cursor.idx !== null && plot.cursor.idx !== undefined) moved(plot.cursor.idx); }] }
    };
  }
  function axisOf(data) { return data.axis || "step"; }
  // Nobody counts a quarter of a step.
  var steps = [1, 2, 5].reduce(function (all, each) {
    for (var power = 0; power < 9; power += 1) all.push(each * Math.pow(10, power));
    return all;
  }, []).sort(function (one, other) { return one - other; });
  function whole(data) { return data.x.every(function (x) { return x === Math.round(x); }); }
  function ofValues(axis, logarithmic) {
    var own = Object.assign({ size: 70, values: ticks }, axis);
    if (!logarithmic) return own;
    return Object.assign(own, { filter: powers, grid: Object.assign({ filter: powers }, axis.grid), ticks: Object.assign({ filter: powers }, axis.ticks) });
  }
  // Of the lines of a log scale the powers of ten, and of many decades some.
  function powers(plot, splits) {
    var exponents = splits.map(function (each) { return Math.log10(each); });
    var decades = Math.max.apply(null, exponents) - Math.min.apply(null, exponents);
    if (decades < 1) return splits;
    var every = Math.ceil(decades / 8);
    return splits.map(function (each, place) {
      var exponent = Math.round(exponents[place]);
      return Math.abs(exponents[place] - exponent) < 1e-6 && exponent % every === 0 ? each : null;
    });
  }
  function ticks(plot, splits) {
    return splits.map(function (each) {
      if (each === null) return "";
      var size = Math.abs(each);
      return size && (size < 1e-3 || size >= 1e5) ? each.toExponential().replace("e+", "e") : String(Number(each.toPrecision(4)));
    });
  }

  function values(figure, data) {
    var table = document.createElement("table");
    table.setAttribute("aria-live", "polite");
    var head = table.createTHead().insertRow();
    var known = data.curves.some(function (curve) { return curve.fromLog || curve.fromGolden; });
    ["curve", "value"].concat(known ? ["to the log", "to its golden trace"] : []).forEach(function (text) {
      var cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = text;
      head.appendChild(cell);
    });
    var body = table.createTBody();
    data.curves.forEach(function (curve, place) {
      var row = body.insertRow();
      var name = row.insertCell();
      var swatch = document.createElement("span");
      swatch.className = "swatch";
      swatch.style.borderColor = colours[place % colours.length];
      swatch.style.borderTopStyle = curve.style === "documented" ? "dotted" : place % 2 ? "dashed" : "solid";
      name.appendChild(swatch);
      name.appendChild(document.createTextNode(label(curve) + (curve.dtype ? ", " + curve.dtype : "")));
      row.insertCell();
      row.insertCell();
      row.insertCell();
    });
    figure.appendChild(table);
    return table;
  }
  function tell(table, data, place) {
    table.tHead.rows[0].cells[1].textContent = "value at " + axisOf(data) + " " + data.x[place];
    data.curves.forEach(function (curve, index) {
      var cells = table.tBodies[0].rows[index].cells;
      cells[1].textContent = curve.text[place] || "none";
      cells[2].textContent = curve.fromLog ? curve.fromLog[place] : "";
      cells[3].textContent = curve.fromGolden ? curve.fromGolden[place] : "";
    });
  }

  if (!("IntersectionObserver" in window)) { begin(); figures.forEach(draw); return; }
  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      observer.unobserve(entry.target);
      begin();
      draw(entry.target);
    });
  }, { rootMargin: "200px" });
  figures.forEach(function (figure) { observer.observe(figure); });
  addEventListener("beforeprint", function () {
    observer.takeRecords();
    figures.forEach(function (figure) {
      observer.unobserve(figure);
      if (!figure.dataset.drawn && waiting.indexOf(figure) < 0) { begin(); draw(figure); }
    });
  });
})();
