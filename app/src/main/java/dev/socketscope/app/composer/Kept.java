package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Memory;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A short list that is kept from one run of the window to the next. What cannot be read counts as empty.
 *
 * @param <T> a record
 */
final class Kept<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Memory memory;
    private final String key;
    private final int most;
    private final List<T> all;

    Kept(Memory memory, String key, Class<T> type, int most) {
        this.memory = memory;
        this.key = key;
        this.most = most;
        all = new ArrayList<>(memory.text(key).map(text -> read(text, type)).orElse(List.of()));
    }

    List<T> all() {
        return List.copyOf(all);
    }

    /** At the front; false when there is no room for one more. */
    boolean add(T one) {
        if (all.size() >= most && !all.contains(one)) {
            return false;
        }
        all.remove(one);
        all.addFirst(one);
        write();
        return true;
    }

    /** In their order; those for which there is no room are left out. */
    void set(List<T> now) {
        all.clear();
        now.stream().limit(most).forEach(all::add);
        write();
    }

    void remove(T one) {
        if (all.remove(one)) {
            write();
        }
    }

    private void write() {
        memory.put(key, JSON.writeValueAsString(all));
    }

    private List<T> read(String text, Class<T> type) {
        try {
            List<T> read = JSON.readValue(text, JSON.getTypeFactory().constructCollectionType(List.class, type));
            return read.stream().limit(most).toList();
        } catch (JacksonException e) {
            LOG.warn("{} in the window's memory cannot be read and is ignored: {}", key, e.getOriginalMessage());
            return List.of();
        }
    }
}
