package dev.socketscope.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A WebSocket client that we did not write and that tells, through {@code witness.js}, what it sees. */
sealed interface Witness extends AutoCloseable {
    /** The value of an asynchronous function's body, in which {@code p} is the present witness. */
    String run(String body);

    /** Begins anew, against {@code host:port}. */
    default void begin(String address) {
        run("p?.end(); globalThis.p = witness('ws://" + address + "'); return '';");
    }

    @Override
    void close();

    private static String called(String body) {
        return "(async () => { globalThis.p ??= null; " + body + " })()";
    }

    /** npm's ws. */
    record Ws(Driver driver) implements Witness {
        Ws(String name) {
            this(new Driver(name + "-ws-witness", List.of("ws-witness.mjs")));
        }

        @Override
        public String run(String body) {
            return driver.command("evaluate", called(body)).asString("");
        }

        @Override
        public void close() {
            driver.close();
        }
    }

    /** A page in Chromium. */
    record Page(Browser browser) implements Witness {
        /** @param url of any page at the place where the sockets are to be opened */
        static Page at(String name, String url) throws IOException {
            Browser browser = new Browser(name);
            browser.open(url);
            browser.evaluate(Files.readString(Places.node().resolve("witness.js")));
            return new Page(browser);
        }

        @Override
        public String run(String body) {
            return browser.evaluate(called(body)).asString("");
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
