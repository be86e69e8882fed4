// A conversation keeps to its end while it stands there, and stays where it is once somebody has scrolled up. What is
// longer than the box is read from its beginning.
const NEAR = 60;
const scrolledUp = new WeakSet();

function endOf(box) {
  const end = box.scrollHeight - box.clientHeight;
  const last = box.lastElementChild;
  if (!last) return end;
  const top = last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  return Math.min(end, Math.max(0, top - 8));
}

function goToTheEnd(id) {
  const box = document.getElementById(id);
  if (!box) return;
  scrolledUp.delete(box);
  box.scrollTop = endOf(box);
}

document.addEventListener(
  "scroll",
  ({ target: box }) => {
    if (!box.classList?.contains("conversation")) return;
    const atEnd = endOf(box) - box.scrollTop < NEAR;
    atEnd ? scrolledUp.delete(box) : scrolledUp.add(box);
  },
  true,
);

function keepToTheEnd() {
  for (const box of document.querySelectorAll(".conversation")) {
    if (!scrolledUp.has(box)) box.scrollTop = Math.max(box.scrollTop, endOf(box));
  }
}

// On a phone the head is above the two sides: whoever has just sat down goes past it.
function goToTheDesk() {
  if (document.querySelector(".tabs")?.checkVisibility()) document.querySelector(".desk").scrollIntoView();
}

// What a form shows next is read from its beginning.
function goToTheTop(id) {
  document.getElementById(id)?.scrollTo({ top: 0 });
}

// In a long form what is wrong may be out of sight. It is drawn in a moment.
function goToTheError(id) {
  const look = () => document.getElementById(id)?.querySelector(".q-field--error, .ticks:has(.error:not(:empty))");
  setTimeout(() => look()?.scrollIntoView({ block: "center" }), 100);
}

document.addEventListener("DOMContentLoaded", () => {
  new MutationObserver(keepToTheEnd).observe(document.body, { childList: true, subtree: true, characterData: true });
});
