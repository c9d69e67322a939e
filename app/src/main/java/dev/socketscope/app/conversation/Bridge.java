package dev.socketscope.app.conversation;

import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Hands the outcome of a stage to the thread of the model. */
interface Bridge {
    /** @param receiver gets exactly one of the two */
    <T> void deliver(CompletionStage<T> stage, BiConsumer<? super T, ? super @Nullable Throwable> receiver);
}
