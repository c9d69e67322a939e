package dev.socketscope.app.controls;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is needed for the first time, and then kept. JavaFX thread only. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T value;

    /** @param making called once at most, unless it throws */
    public Lazy(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T now = value;
        if (now == null) {
            now = making.get();
            value = now;
        }
        return now;
    }

    /** Empty until somebody has needed it. */
    public Optional<T> made() {
        return Optional.ofNullable(value);
    }
}
