package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.util.List;

/** Faults of the bytes. */
final class TransportRecipes {
    private TransportRecipes() {}

    static Recipe latency() {
        return new Recipe(
                List.of(Recipe.span("delay", "1 ms", "10 s", "250 ms"),
                        Recipe.spanFromZero("jitter", "1 ms", "10 s", "50 ms"),
                        Part.Pick.of("distribution", Distribution.UNIFORM, Distribution.NORMAL, Distribution.PARETO)),
                v -> new TransportFault.Latency(v.span("delay"), v.span("jitter"),
                        v.pick("distribution", Distribution.class)));
    }

    static Recipe bandwidth() {
        Scale scale = Scale.of(Quantity.RATE, "100 B/s", "100 MB/s");
        return new Recipe(List.of(new Part.Amount("bytesPerSecond", Quantity.RATE, scale, "64 KB/s")),
                v -> new TransportFault.Bandwidth(v.rate("bytesPerSecond")));
    }

    static Recipe slice() {
        return new Recipe(
                List.of(Recipe.bytes("bytes", "1 B", "1 MB", "100 B"),
                        Recipe.spanFromZero("delay", "1 ms", "10 s", "10 ms")),
                v -> new TransportFault.Slice(v.size("bytes"), v.span("delay")));
    }

    static Recipe maxBytes() {
        return new Recipe(List.of(Recipe.bytes("bytes", "1 B", "1 GB", "64 KB")),
                v -> new TransportFault.MaxBytes(v.bytes("bytes")));
    }
}
