package dev.socketscope.app.controls;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text has 4.5:1 or more (WCAG 2.2 §1.4.3) on everything that it stands on. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-ss-[a-z-]+):\\s*(#[0-9a-f]{6,8});");
    private static final double ENOUGH = 4.5;

    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void everyTextColourIsReadable(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (String text : new String[]{"text", "text-muted", "text-faint", "to-upstream", "to-client", "open", "held",
                "reconnecting", "broken", "quiet", "accent", "line-pink", "line-sky", "line-red", "line-grey"}) {
            for (String ground : new String[]{"ground", "chrome", "raised", "well", "armed"}) {
                double contrast = contrast(colour(tokens, text), colour(tokens, ground));
                softly.assertThat(contrast).as("%s on %s in %s", text, ground, theme).isGreaterThanOrEqualTo(ENOUGH);
            }
        }
        softly.assertAll();
    }

    /** Chosen rows, chosen characters, what a search found, and the values of JSON wherever they stand. */
    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void everyTextThatIsChosenFoundOrPressedIsReadable(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (String pair : new String[]{"text selected", "text-muted selected", "accent selected", "broken selected",
                "to-upstream selected", "to-client selected", "held selected", "text accent-selection",
                "text match-now", "json-key ground", "json-string ground", "json-number ground",
                "json-literal ground", "json-key chrome", "json-string chrome", "json-number chrome",
                "json-literal chrome", "on-action action"}) {
            String[] names = pair.split(" ");
            softly.assertThat(contrast(colour(tokens, names[0]), colour(tokens, names[1])))
                    .as("%s in %s", pair, theme)
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void chipsAreReadableInOrdinaryAndInChosenRows(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (String tone : new String[]{"open", "held", "reconnecting", "broken", "quiet", "accent"}) {
            for (String row : new String[]{"ground", "selected"}) {
                Color chip = over(colour(tokens, tone + "-soft"), colour(tokens, row));
                softly.assertThat(contrast(colour(tokens, tone), chip))
                        .as("%s chip on %s in %s", tone, row, theme)
                        .isGreaterThanOrEqualTo(ENOUGH);
            }
        }
        softly.assertAll();
    }

    /** WCAG 2.1, 1.4.11: what is not text needs 3:1. */
    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void barsStandOutAndTheirBadgeIsReadable(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (String bar : new String[]{"bar-open", "bar-held", "bar-broken", "bar-trying", "to-upstream",
                "to-client"}) {
            softly.assertThat(contrast(colour(tokens, bar), colour(tokens, "ground")))
                    .as("%s in %s", bar, theme)
                    .isGreaterThanOrEqualTo(3);
        }
        softly.assertThat(contrast(colour(tokens, "on-badge"), colour(tokens, "bar-held")))
                .as("badge in %s", theme)
                .isGreaterThanOrEqualTo(ENOUGH);
        softly.assertAll();
    }

    /** The steps of a scenario have their words on them. */
    @ParameterizedTest
    @ValueSource(strings = {"tokens-dark", "tokens-light"})
    void stepsStandOutAndTheirTextIsReadable(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        SoftAssertions softly = new SoftAssertions();
        for (String step : new String[]{"step-open", "step-held", "step-broken", "step-trying", "step-quiet"}) {
            softly.assertThat(contrast(colour(tokens, step), colour(tokens, "ground")))
                    .as("%s in %s", step, theme)
                    .isGreaterThanOrEqualTo(3);
            softly.assertThat(contrast(colour(tokens, "on-step"), colour(tokens, step)))
                    .as("text on %s in %s", step, theme)
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
        softly.assertAll();
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        Map<String, Color> tokens = new HashMap<>();
        try (InputStream in = Resources.url("css/" + theme + ".css").openStream()) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            }
        }
        assertThat(tokens).hasSizeGreaterThan(20);
        return tokens;
    }

    private static Color colour(Map<String, Color> tokens, String name) {
        return requireNonNull(tokens.get("-ss-" + name), name);
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static double contrast(Color some, Color other) {
        double a = luminance(some);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
