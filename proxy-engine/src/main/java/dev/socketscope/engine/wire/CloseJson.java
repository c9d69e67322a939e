package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Names;
import org.jspecify.annotations.Nullable;

/** How a connection ended. */
public record CloseJson(String by, String manner, int code, String reason, @Nullable String fault) {
    static CloseJson of(CloseInfo close) {
        return new CloseJson(Names.of(close.by()), Names.of(close.manner()), close.code(), close.reason(),
                close.fault());
    }

    CloseInfo toApi() {
        return new CloseInfo(Constants.parse(CloseInfo.By.class, "close.by", by),
                Constants.parse(CloseInfo.Manner.class, "close.manner", manner), code, reason, fault);
    }
}
