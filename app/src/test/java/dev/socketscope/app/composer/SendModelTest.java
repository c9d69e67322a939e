package dev.socketscope.app.composer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendModelTest {
    private final FakeEngine engine = FakeEngine.empty();
    private final Memory memory = Memory.forgetful();
    private final Letters letters = new Letters(memory);
    private final SendModel model = new SendModel(engine::submit, letters);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatStandsInTheEditorIsSentTheChosenWay() {
        model.target().set(FaultMatch.ANY.onConnection("ws_1"));
        model.direction().set(Direction.TO_UPSTREAM);
        model.body().show(Opcode.BINARY, new byte[]{1, 2});

        model.send();

        assertThat(engine.commands).singleElement().isInstanceOfSatisfying(Command.InjectMessage.class, sent -> {
            assertThat(sent.connection()).isEqualTo("ws_1");
            assertThat(sent.direction()).isEqualTo(Direction.TO_UPSTREAM);
            assertThat(sent.opcode()).isEqualTo(Opcode.BINARY);
            assertThat(sent.payload()).containsExactly(1, 2);
        });
        assertThat(model.done().get()).isEqualTo("Sent into ws_1");
    }

    @Test
    void withoutAConnectionNothingIsSentAndTheFieldSaysSo() {
        model.body().text().set("hello");

        model.send();

        assertThat(engine.commands).isEmpty();
        assertThat(model.problems().of(SendModel.TARGET).get()).isEqualTo("Choose a live connection.");
    }

    @Test
    void whatTheEngineRefusesIsToldAndNotListed() {
        SendModel refused = new SendModel((command, answered) -> answered.accept(new Reply.Refused("It has ended.")),
                letters);
        refused.target().set(FaultMatch.ANY.onConnection("ws_1"));

        refused.send();

        assertThat(refused.problems().of(Problems.GENERAL).get()).isEqualTo("It has ended.");
        assertThat(letters.rows().get()).isEmpty();
    }

    @Test
    void whatWasSentIsListedOnceTheNewestFirstAndComesBackWhole() {
        send("one", "two", "one");
        assertThat(texts()).containsExactly("one", "two");

        model.direction().set(Direction.TO_UPSTREAM);
        model.take(letters.rows().get().getLast().letter());

        assertThat(model.body().text().get()).isEqualTo("two");
        assertThat(model.direction().get()).isEqualTo(Direction.TO_CLIENT);
    }

    @Test
    void theListIsBounded() {
        for (int i = 0; i < 2 * Letters.MOST_RECENT; i++) {
            send("message " + i);
        }

        assertThat(texts()).hasSize(Letters.MOST_RECENT).startsWith("message 39");
    }

    @Test
    void aFavouriteIsThereAfterTheNextStart() {
        send("one", "two");

        letters.star(letters.rows().get().getLast());

        assertThat(texts()).containsExactly("one", "two");
        assertThat(new Letters(memory).rows().get()).singleElement()
                .satisfies(row -> assertThat(row.favourite()).isTrue())
                .extracting(row -> row.letter().body().text())
                .isEqualTo("one");

        letters.star(letters.rows().get().getFirst());
        assertThat(new Letters(memory).rows().get()).isEmpty();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void whatIsTooLongOrTooMuchIsNotKept() {
        send("x".repeat(Letters.LONGEST_FAVOURITE + 1));
        assertThat(letters.star(letters.rows().get().getFirst())).contains(
                "Only messages of up to 16,000 characters can be kept.");

        for (int i = 0; i < Letters.MOST_FAVOURITES; i++) {
            send("message " + i);
            assertThat(letters.star(newest())).isEmpty();
        }
        send("one more");
        assertThat(letters.star(newest()))
                .hasValueSatisfying(why -> assertThat(why).startsWith("30 messages are kept"));
    }

    @Test
    void aMemoryThatCannotBeReadCountsAsEmpty() {
        memory.put("composer.messages", "{[");

        assertThat(new Letters(memory).rows().get()).isEmpty();
    }

    private void send(String... texts) {
        model.target().set(FaultMatch.ANY.onConnection("ws_1"));
        for (String text : texts) {
            model.body().show(Opcode.TEXT, text.getBytes(UTF_8));
            model.send();
        }
    }

    /** Of those that are not kept. */
    private Letters.Row newest() {
        return letters.rows().get().stream().filter(row -> !row.favourite()).findFirst().orElseThrow();
    }

    private List<String> texts() {
        return letters.rows().get().stream().map(row -> row.letter().body().text()).toList();
    }
}
