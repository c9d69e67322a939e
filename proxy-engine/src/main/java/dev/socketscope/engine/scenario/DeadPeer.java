package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection that stayed open and fell silent: a {@code black-hole} kept its bytes, or a {@code swallow-pong} its pongs. Of a black hole
 * the silence begins when the fault begins, or with the connection when that is later; of swallowed pongs with the first one. It was noticed
 * when a leg ended that neither the scenario nor another fault has ended: by the engine's keep-alive, or by a peer who gave up.
 *
 * @param connection id
 * @param fault its type, for example {@code black-hole}
 * @param since of the engine's clock
 * @param noticed how long it took; null when nobody noticed
 * @param how who noticed, for a person; empty when nobody did
 * @param silent how long the silence lasted: until it was noticed, the fault ended, or the observation did
 */
public record DeadPeer(String connection, String path, String fault, Instant since, @Nullable Duration noticed,
        String how, Duration silent) {}
