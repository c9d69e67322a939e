package dev.socketscope.engine.scenario;

import java.time.Instant;

/**
 * A page that loaded itself anew, or was told to. Seen are: a {@code full-reload} that the dev server or the engine sent on a hot-reload
 * socket; a hot-reload socket that its page closed with 1001 and soon opened again, as browsers do when a page is left and loaded; a Vite
 * page that connected again at all, because Vite's client does so only after loading the page. Requests for the document itself cannot be
 * told from others.
 *
 * @param connection id of the page's socket
 * @param how for a person
 */
public record Reload(String connection, String path, Instant at, String how) {}
