import type { Command, Language } from "../shared/protocol";
import { applyTheme, toggleTheme } from "../shared/theme";
import { Microphone } from "./audio/microphone";
import { SpeechPlayer } from "./audio/speechPlayer";
import { Connection } from "./connection";
import { closeDialogs } from "./dialogs/dialog";
import { openPin } from "./dialogs/pin";
import { openProof } from "./dialogs/proof";
import { openQuery } from "./dialogs/query";
import { openScan } from "./dialogs/scan";
import { blanked, initial, reduce, type Model } from "./model";
import { terminalToken } from "./terminal";
import type { Actions } from "./view/actions";
import { Shell } from "./view/shell";

// Nobody watches the voice while the line is down: what is on the glass goes after this.
const BLANK_AFTER = 8_000;

let model = initial(navigator.language.startsWith("ru") ? "ru" : "en");
let blanking: number | undefined;

const actions: Actions = {
  send,
  toggleTheme() {
    toggleTheme();
    shell.redraw();
  },
  startMicrophone() {
    player.wake();
    void microphone.start();
  },
  stopSpeaking() {
    player.stopAll();
    send({ command: "stopSpeaking" });
  },
  takeOver: () => connection.open(),
  open(dialog) {
    closeDialogs();
    if (dialog === "query") openQuery(model.language, send);
    else if (dialog === "pin") openPin(model.language, send);
    else if (dialog === "scan") openScan(model.language, send);
    else if (model.card) openProof(model.card, model.language);
  },
};

applyTheme();
const shell = new Shell(document.getElementById("screen")!, actions);
const player = new SpeechPlayer((say, playing) => {
  document.body.dataset["sounding"] = String(playing);
  send({ command: "playback", say, playing });
});
const connection = new Connection(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/screen`, terminalToken(), (): Language => model.language, {
  event(event) {
    const patient = model.patient?.id;
    change(reduce(model, event, performance.now()));
    if (event.event === "stopSpeech") player.stop(event.say);
    if (event.event === "settings") player.volume = event.volume;
    if (event.event === "blank") player.stopAll();
    if (event.event === "welcome") {
      if (event.resumed) player.resume();
      else player.reset();
    }
    if (event.event === "blank" || model.patient?.id !== patient) closeDialogs();
  },
  speech: frame => player.add(frame),
  link(link) {
    if (link === "open") {
      clearTimeout(blanking);
      blanking = undefined;
    } else {
      blanking ??= window.setTimeout(() => change(blanked(model)), BLANK_AFTER); // counted from the cut, not from the last attempt
    }
    change({ ...model, link });
  },
});
const microphone = new Microphone(
  ({ samples, level }) => {
    connection.sendAudio(samples);
    shell.level(level);
  },
  state => change({ ...model, microphone: state }));

function change(next: Model): void {
  model = next;
  shell.draw(model);
}

function send(command: Command): void {
  connection.send(command);
}

addEventListener("keydown", event => {
  // The one place to type is a window. The field of one that was just closed may have the focus until the page is drawn anew.
  const typing = document.querySelector("dialog[open]") !== null;
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") actions.stopSpeaking();
  else if (event.key === "/") {
    event.preventDefault();
    actions.open("query");
  } else if (/^[1-9]$/u.test(event.key) && model.card) {
    send({ command: "select", card: model.card.id, index: Number(event.key) });
  }
});

shell.draw(model);
connection.open();
void microphone.start();
