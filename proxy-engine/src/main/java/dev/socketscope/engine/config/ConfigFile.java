package dev.socketscope.engine.config;

import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads a configuration file. Every key is either acted on or refused; all problems of a file are told at once. */
public final class ConfigFile {
    private static final long MAX_FILE_BYTES = 1 << 20;
    private static final Syntax<Long> CAPTURE_BYTES = Syntax.size(1L << 20, 1L << 40);
    private static final Syntax<Long> PAYLOAD_BYTES = Syntax.size(0, 1L << 30);
    private static final Syntax<Long> FRAME_BYTES = Syntax.size(1L << 10, 1L << 40);
    private static final Syntax<Integer> COUNT = Syntax.whole(1, 1_000_000);
    private static final Syntax<Duration> HANDSHAKE = Syntax.duration(Duration.ofMillis(100), Duration.ofHours(1));

    private final Problems problems;

    private ConfigFile(Problems problems) {
        this.problems = problems;
    }

    /** Reads a UTF-8 file of at most 1 MiB. */
    public static Settings read(Path file) throws ConfigException {
        return parse(Problems.here(file.toString()), content(file));
    }

    /** As {@link #read}, from text; {@code source} is what messages name. */
    public static Settings parse(String source, String text) throws ConfigException {
        return parse(new Problems(source), text);
    }

    private static Settings parse(Problems problems, String text) throws ConfigException {
        Settings settings = new ConfigFile(problems).settings(text);
        problems.throwIfAny();
        return settings;
    }

    /** The text of any UTF-8 file of at most 1 MiB. */
    public static String content(Path file) throws ConfigException {
        Problems problems = new Problems(file.toString());
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                problems.add(0, "",
                        "has " + Files.size(file) + " bytes, expected at most " + Sizes.text(MAX_FILE_BYTES));
            } else {
                return Files.readString(file);
            }
        } catch (NoSuchFileException _) {
            problems.add(0, "", "no such file");
        } catch (CharacterCodingException _) {
            problems.add(0, "", "is not UTF-8 text");
        } catch (IOException e) {
            problems.add(0, "", "cannot be read: " + e.getMessage());
        }
        problems.throwIfAny();
        return "";
    }

    private Settings settings(String text) {
        return new YamlReader(problems).section(text, "a mapping with keys such as listen and routes")
                .map(this::settings)
                .orElse(Settings.NONE);
    }

    private Settings settings(Section file) {
        Settings settings = new Settings(file.read("listen", Syntax.address()), TlsReader.listener(file),
                file.section("capture").map(this::capture).orElse(Capture.DEFAULT),
                file.section("limits").map(this::limits).orElse(Limits.DEFAULT), RoutesReader.of(file),
                file.section("control").map(ControlSettings::read).orElse(ControlSettings.NONE));
        file.finish();
        return settings;
    }

    private Capture capture(Section section) {
        Capture capture = new Capture(section.read("maxBytes", Capture.DEFAULT.maxBytes(), CAPTURE_BYTES),
                section.read("maxPayload", (long) Capture.DEFAULT.maxPayload(), PAYLOAD_BYTES).intValue());
        section.finish();
        return capture;
    }

    private Limits limits(Section section) {
        Limits usual = Limits.DEFAULT;
        Limits limits = new Limits(section.read("maxConnections", usual.maxConnections(), COUNT),
                section.read("maxPending", usual.maxPending(), COUNT),
                section.read("maxFrame", usual.maxFrame(), FRAME_BYTES),
                section.read("handshakeTimeout", usual.handshakeTimeout(), HANDSHAKE));
        section.finish();
        return limits;
    }
}
