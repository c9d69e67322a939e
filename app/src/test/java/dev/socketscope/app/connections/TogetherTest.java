package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final List<Consumer<Reply>> open = new ArrayList<>();
    private final List<Reply> told = new ArrayList<>();

    @Test
    void severalAnswersBecomeOneWhenTheLastHasCome() {
        end("ws_1", "ws_2");

        open.get(0).accept(new Reply.Done("closed"));
        assertThat(told).isEmpty();
        open.get(1).accept(new Reply.Done("closed"));
        assertThat(told).containsExactly(new Reply.Done("2 connections"));
    }

    @Test
    void aRefusalIsCountedAndItsReasonGiven() {
        end("ws_1", "ws_2");

        open.get(0).accept(new Reply.Refused("ws_1 is closed"));
        open.get(1).accept(new Reply.Done("closed"));

        assertThat(told).containsExactly(new Reply.Refused("1 of 2 were refused: ws_1 is closed"));
    }

    @Test
    void theAnswerForOneAloneIsPassedOnAsItIs() {
        end("ws_1");

        open.getFirst().accept(new Reply.Done("closed with 1000"));

        assertThat(told).containsExactly(new Reply.Done("closed with 1000"));
    }

    private void end(String... ids) {
        Together.submit((command, answered) -> open.add(answered),
                List.of(ids).stream().<Command>map(Ending.ORDERLY::of).toList(), told::add);
    }
}
