package dev.socketscope.app.e2e;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.client.CuttingProxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What a page sends that is to prove that nothing is lost, nothing comes twice and nothing overtakes. */
final class NumberedMessages {
    private NumberedMessages() {}

    /**
     * Has the page's {@code socket} send while its line is being cut, until every cut has been made and its {@code log} holds an
     * answer to everything.
     *
     * @param ahead how many messages may be unanswered
     * @return what was sent, in order
     */
    static List<String> sendOverCuts(Browser browser, CuttingProxy proxy, int ahead) {
        browser.evaluate(
                """
                        void (window.sent = 0, window.pump = setInterval(() => {
                          while (sent - log.length < %d && socket.send(`m${sent} ${'x'.repeat(sent %% 300)}`) !== 'refused') { sent += 1; }
                        }, 1))"""
                        .formatted(ahead));
        await().atMost(Duration.ofSeconds(60)).until(() -> proxy.cutsLeft() == 0);
        browser.evaluate("clearInterval(pump)");
        browser.await("log.length >= sent");
        return IntStream.range(0, browser.evaluate("sent").asInt())
                .mapToObj(i -> "m" + i + " " + "x".repeat(i % 300))
                .toList();
    }
}
