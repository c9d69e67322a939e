package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Saves a payload to a file of the person's choice, in the background. */
final class PayloadSaver {
    private final Live live;
    private final Function<String, @Nullable Path> chooser;
    private final Consumer<String> tell;

    PayloadSaver(Live live, Function<String, @Nullable Path> chooser, Consumer<String> tell) {
        this.live = live;
        this.chooser = chooser;
        this.tell = tell;
    }

    void save(@Nullable Document document) {
        if (document == null) {
            return;
        }
        Path file = chooser.apply(PayloadFile.name(document.payload().firstSeq(), document.kind(), document.bytes()));
        if (file != null) {
            live.deliver(CompletableFuture.runAsync(() -> write(file, document.bytes()), Thread::startVirtualThread),
                    (nothing, failure) -> tell.accept(failure == null ? Strings.of("payload.saved", file.toString())
                            : Strings.of("payload.unsaved", file.toString(), String.valueOf(failure.getMessage()))));
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            PayloadFile.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
