import { start as startEcho } from "./echo.js";
import { start as startHmr } from "./hmr.js";
import { start as startTelemetry } from "./telemetry.js";

const LOADS = "sandbox.page-loads";
const loads = Number(sessionStorage.getItem(LOADS)) + 1;
sessionStorage.setItem(LOADS, loads);
document.getElementById("loads").textContent = loads;
document.getElementById("origin").textContent = location.host;
startEcho();
startTelemetry();
startHmr();
