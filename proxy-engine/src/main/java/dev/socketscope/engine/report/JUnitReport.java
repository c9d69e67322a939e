package dev.socketscope.engine.report;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.scenario.Report;
import dev.socketscope.engine.scenario.Texts;
import dev.socketscope.engine.scenario.Verdict;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML, in the part of it that all CI systems read: a suite, a test case for each expectation and one for the steps, and
 * a failure with message and text in those that did not hold.
 */
public final class JUnitReport {
    private static final Pattern NOT_XML = Pattern
            .compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final Report report;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitReport(Report report) throws XMLStreamException {
        this.report = report;
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    }

    public static String of(Report report) {
        try {
            JUnitReport junit = new JUnitReport(report);
            junit.suites();
            return junit.text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void suites() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        start("testsuite", "socketscope." + report.scenario().name());
        long failures = report.verdicts().stream().filter(v -> !v.passed()).count() + (stepsDone() ? 0 : 1);
        attribute("tests", Integer.toString(report.verdicts().size() + 1));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("timestamp", report.observation().started().toString());
        attribute("time", seconds());
        steps();
        for (Verdict verdict : report.verdicts()) {
            testCase(verdict.expectation().text(), "0", verdict.passed(), Names.of(verdict.outcome()),
                    verdict.observed());
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(legal(TextReport.of(report)));
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void steps() throws XMLStreamException {
        String problems = report.problems()
                .stream()
                .map(step -> Texts.span(step.at()) + " " + step.what() + ": " + step.problem())
                .collect(Collectors.joining("\n"));
        testCase("every step was done", seconds(), stepsDone(), report.interrupted() ? "interrupted" : "failed",
                report.interrupted() ? "the scenario was interrupted" : problems);
    }

    private boolean stepsDone() {
        return !report.interrupted() && report.problems().isEmpty();
    }

    private void testCase(String name, String time, boolean passed, String type, String observed)
            throws XMLStreamException {
        start("testcase", name);
        attribute("classname", "socketscope." + report.scenario().name());
        attribute("time", time);
        if (!passed) {
            xml.writeStartElement("failure");
            attribute("type", type);
            attribute("message", observed);
            xml.writeCharacters(legal("expected " + name + "\n" + type + ": " + observed));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void start(String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("name", name);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.3f", report.observation().took().toMillis() / 1000.0);
    }

    /** Reasons of Close frames may hold characters that XML 1.0 cannot. */
    private static String legal(String value) {
        return NOT_XML.matcher(value).replaceAll("?");
    }
}
