package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import java.util.function.Consumer;

/** Hands over the same command for several connections, and tells once what became of all. JavaFX thread only. */
final class Together {
    private final int asked;
    private final Consumer<Reply> answered;
    private int answers;
    private int refusals;
    private String refusal = "";

    private Together(int asked, Consumer<Reply> answered) {
        this.asked = asked;
        this.answered = answered;
    }

    /** @param answered gets the one answer, or a summary of all when the last one has come */
    static void submit(Submit engine, List<Command> commands, Consumer<Reply> answered) {
        if (commands.size() == 1) {
            engine.submit(commands.getFirst(), answered);
            return;
        }
        Together together = new Together(commands.size(), answered);
        commands.forEach(command -> engine.submit(command, together::count));
    }

    private void count(Reply reply) {
        answers++;
        if (reply instanceof Reply.Refused(String reason)) {
            refusals++;
            refusal = reason;
        }
        if (answers == asked) {
            answered.accept(refusals == 0 ? new Reply.Done(Strings.of("together.done", Units.count(asked)))
                    : new Reply.Refused(Strings.of("together.refused", Units.count(refusals), Units.count(asked),
                            refusal)));
        }
    }
}
