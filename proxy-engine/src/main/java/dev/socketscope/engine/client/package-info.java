/**
 * WebSocket clients on Java-WebSocket: one that reconnects and resumes, one for hot reloading on top of it, and the demo's, a
 * handful of connections that behave like a small team at work, so that a first look shows lively and varied traffic.
 */
@NullMarked
package dev.socketscope.engine.client;

import org.jspecify.annotations.NullMarked;
