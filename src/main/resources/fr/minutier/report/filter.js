(function () {
  "use strict";
  var section = document.currentScript.parentNode;
  var form = section.querySelector("form");
  var told = form.querySelector("output");
  var choices = Array.from(form.querySelectorAll("select"));
  var rows = Array.from(section.querySelectorAll(".anomalies tbody tr"));
  function narrow() {
    var shown = rows.filter(function (row) {
      row.hidden = choices.some(function (choice) {
        return choice.value ? row.getAttribute("data-" + choice.name) !== choice.value : false;
      });
      return !row.hidden;
    });
    var narrowed = shown.length !== rows.length;
    form.classList.toggle("narrowed", narrowed);
    told.textContent = !narrowed
      ? "Toutes sont montrées."
      : shown.length + " sur " + rows.length + (shown.length > 1 ? " sont montrées." : " est montrée.");
  }
  form.addEventListener("change", narrow);
  form.addEventListener("reset", function () { setTimeout(narrow, 0); });
  form.hidden = false;
  narrow();
})();
