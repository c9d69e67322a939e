import { start as startEcho } from "./echo.js";
import { start as startHmr } from "./hmr.js";
import { start as startTelemetry } from "./telemetry.js";

document.getElementById("origin").textContent = location.host;
startEcho();
startTelemetry();
startHmr();
