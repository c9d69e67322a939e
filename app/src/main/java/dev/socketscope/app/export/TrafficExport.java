package dev.socketscope.app.export;

import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.export.Export;
import dev.socketscope.engine.export.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Saves captured traffic to a file of a person's choice, in the background, and tells what came of it. JavaFX thread only. */
public final class TrafficExport {
    private final Live live;
    private final Supplier<Node> owner;
    private Function<String, @Nullable Path> ask;
    private final BooleanProperty secrets = new SimpleBooleanProperty();

    /**
     * @param owner stands in the window that gets the word
     * @param ask where to save, given a name to begin with; null when the person changed their mind
     */
    public TrafficExport(Live live, Supplier<Node> owner, Function<String, @Nullable Path> ask) {
        this.live = live;
        this.owner = owner;
        this.ask = ask;
    }

    /** Whether tokens and cookies in addresses and headers are written as they were sent, until the window is closed. */
    BooleanProperty secrets() {
        return secrets;
    }

    /** Asks in another way from now on. */
    public void askWith(Function<String, @Nullable Path> otherwise) {
        ask = otherwise;
    }

    /** @param what which connections, and which of their frames */
    public void save(ExportFormat format, FrameQuery what) {
        String name = what.connections().size() == 1 ? what.connections().iterator().next() : Strings.of("export.name");
        Path file = ask.apply(name + "." + format.extension());
        if (file != null) {
            boolean whole = secrets.get();
            live.deliver(
                    CompletableFuture.supplyAsync(() -> write(format, what, whole, file), Thread::startVirtualThread),
                    (lost, failure) -> tell(file, lost, failure));
        }
    }

    private long write(ExportFormat format, FrameQuery what, boolean whole, Path file) {
        try {
            return Export.save(format, live.engine(), what, whole, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Path file, @Nullable Long lost, @Nullable Throwable failure) {
        if (lost == null) {
            Notice.show(owner.get(), Strings.of("export.not"), String.valueOf(failure == null ? "" : reason(failure)));
        } else {
            Notice.show(owner.get(), Strings.of("export.done"), lost == 0 ? file.toString()
                    : Strings.of("export.lost", file.toString(), Units.count(lost)));
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
