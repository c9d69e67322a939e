package dev.socketscope.app.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketFormTest {
    private final SocketForm form = new SocketForm(SocketPlan.EMPTY);

    private String problem(String field) {
        return form.problems().of(field).get();
    }

    @Test
    void mistakesAreNamedWhileTyping() {
        form.url().set("http://host/");
        assertThat(problem(SocketForm.URL)).startsWith("expected ws://");

        form.url().set("ws://host/a b");
        assertThat(problem(SocketForm.URL)).startsWith("this is no address");

        form.url().set("wss://host/");
        assertThat(problem(SocketForm.URL)).isEmpty();

        form.addHeader(new Header("Upgrade", "x"));
        assertThat(problem(SocketForm.HEADERS)).contains("made by the upgrade");
        form.headers().getFirst().name().set("X-Mine");
        assertThat(problem(SocketForm.HEADERS)).isEmpty();

        form.subprotocols().set("a, a");
        assertThat(problem(SocketForm.SUBPROTOCOLS)).isNotEmpty();
        form.subprotocols().set("a b");
        form.timeout().set("soon");
        assertThat(problem(SocketForm.TIMEOUT)).isNotEmpty();
        form.timeout().set("2 s");

        assertThat(form.target()).hasValueSatisfying(target -> {
            assertThat(target.subprotocols()).containsExactly("a", "b");
            assertThat(target.timeout()).hasSeconds(2);
            assertThat(target.headers()).containsExactly(new Header("X-Mine", "x"));
        });
    }

    @Test
    void aSecretThatWasNotKeptIsAskedFor() {
        form.take(SocketPlan.as("ws://host/", List.of(new Header("Authorization", "Bearer x"))).withoutSecrets());

        assertThat(form.target()).isEmpty();
        assertThat(problem(SocketForm.HEADERS)).startsWith("Authorization has no value");
    }

    @Test
    void aConnectionIsOpenedAgainWithoutWhatTheUpgradeMakes() {
        SocketPlan plan = SocketPlan.as("ws://host/", List.of(new Header("Host", "host"),
                new Header("Sec-WebSocket-Key", "x"), new Header("Sec-WebSocket-Protocol", "one, two"),
                new Header("Sec-WebSocket-Extensions", "permessage-deflate"), new Header("Cookie", "a=b"),
                new Header("Origin", "http://page")));

        assertThat(plan.headers()).containsExactly(new Header("Cookie", "a=b"), new Header("Origin", "http://page"));
        assertThat(plan.subprotocols()).containsExactly("one", "two");
        assertThat(plan.deflate()).isTrue();
    }
}
