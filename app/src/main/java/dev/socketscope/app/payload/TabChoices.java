package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Memory;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Which tab a person likes for which kind of payload. */
final class TabChoices {
    private final Memory memory;
    private final Map<PayloadKind, PayloadTab> chosen = new EnumMap<>(PayloadKind.class);

    TabChoices(Memory memory) {
        this.memory = memory;
        for (PayloadKind kind : PayloadKind.values()) {
            memory.text(key(kind))
                    .flatMap(name -> Stream.of(PayloadTab.values()).filter(tab -> tab.name().equals(name)).findFirst())
                    .ifPresent(tab -> chosen.put(kind, tab));
        }
    }

    /** The chosen tab if it can show the payload, or the one that suits it. */
    PayloadTab of(PayloadKind kind, Recognised recognised, byte[] bytes) {
        PayloadTab wanted = chosen.get(kind);
        PayloadTab usual = recognised.usual(kind, bytes);
        boolean shows = wanted != null && switch (wanted) {
            case JSON, TEXT, HEX, DIFF -> true;
            case DECODED -> recognised.readable();
            case IMAGE -> Picture.of(bytes).isPresent();
        };
        return wanted != null && shows ? wanted : usual;
    }

    boolean isChosen(PayloadKind kind) {
        return chosen.containsKey(kind);
    }

    void choose(PayloadKind kind, PayloadTab tab) {
        chosen.put(kind, tab);
        memory.put(key(kind), tab.name());
    }

    private static String key(PayloadKind kind) {
        return "payload.tab." + kind.name().toLowerCase(Locale.ROOT);
    }
}
