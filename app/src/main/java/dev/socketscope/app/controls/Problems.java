package dev.socketscope.app.controls;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is wrong with the fields of a form, each by its key. JavaFX thread only; needs no toolkit. */
public final class Problems {
    /** For what concerns no field alone. */
    public static final String GENERAL = "";

    private final ReadOnlyStringWrapper general = new ReadOnlyStringWrapper("");
    private final Map<String, ReadOnlyStringWrapper> byKey = new HashMap<>();

    /** @param keys of the fields */
    public Problems(String... keys) {
        byKey.put(GENERAL, general);
        for (String key : keys) {
            byKey.put(key, new ReadOnlyStringWrapper(""));
        }
    }

    /** Empty while nothing is wrong; that of the whole form for a key that has no field. */
    public ReadOnlyStringProperty of(String key) {
        return find(key).getReadOnlyProperty();
    }

    public void tell(String key, String problem) {
        find(key).set(problem);
    }

    /** @param sentence may begin with the key of a field and a colon, as the engine's refusals do; what follows is told there */
    public void tell(String sentence) {
        int colon = sentence.indexOf(": ");
        ReadOnlyStringWrapper its = colon < 0 ? null : byKey.get(sentence.substring(0, colon));
        if (its == null) {
            general.set(sentence);
        } else {
            its.set(sentence.substring(colon + 2));
        }
    }

    public void clear() {
        byKey.values().forEach(problem -> problem.set(""));
    }

    private ReadOnlyStringWrapper find(String key) {
        return byKey.getOrDefault(key, general);
    }
}
