package fr.minutier.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.bordereau.Address;
import fr.minutier.certification.Gravity;
import fr.minutier.check.Anomaly;
import fr.minutier.check.Checked;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.session.Session;
import fr.minutier.session.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.WebConsole;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session's page as a browser shows it. */
class PageInBrowserTest {
    private static final Session SESSION = Sample.session(
            Status.DEFINITIF,
            Sample.examined("1", "Abadie", "4", "4", "10", "10", "10"),
            Sample.examined("2", "Bonnet", "9", "9", "10", "10", "10"),
            Sample.examined("3", "Carré", "10", "10", "10", "10", "10"),
            Sample.examined("4", "Delmas", "20", "20", "10", "10", "10"),
            Sample.examined("5", "Étienne", "10,5", "10,5", "10", "10", "10"),
            Sample.reserved("9", "Fabre", null, "NOTE_MANQUANTE"));

    private static final List<Anomaly> ANOMALIES = List.of(
            Sample.anomaly(Gravity.INFORMATION, "LIGNE_MASQUEE", 3, 0, "3", "Cette ligne est masquée."),
            Sample.anomaly(Gravity.BLOQUANTE, "NOTE_MANQUANTE", 6, 9, "9", "La note manque."),
            Sample.anomaly(Gravity.BLOQUANTE, "IDENTITE_INCOMPLETE", 6, 2, "9", "Le prénom manque."),
            new Anomaly(
                    new Address("jury.xlsx", "Jury", 0, 0),
                    Anomaly.Scope.SESSION,
                    "",
                    "JURY_PARITE",
                    Gravity.AVERTISSEMENT,
                    "Le jury n’est pas paritaire."));

    private static final Checked CHECKED = Sample.checked(SESSION, ANOMALIES.toArray(Anomaly[]::new));

    private final List<String> console = new ArrayList<>();

    @TempDir
    Path output;

    private interface Look {
        void at(HtmlPage page) throws IOException;
    }

    private void open(boolean scripts, Look look) throws IOException {
        Path folder = Files.createDirectories(output.resolve("DEIS-2026-06"));
        List<Made> made = List.of(
                made("proces-verbal.pdf", "proces-verbal", ""),
                made("candidats/1/releve-de-notes.pdf", "releve-de-notes", "1"),
                made("bordereau-annote.xlsx", "bordereau-annote", ""));
        for (Made file : made) {
            Path there = folder.resolve(file.path());
            Files.createDirectories(there.getParent());
            Files.writeString(there, file.kind());
        }
        Files.writeString(folder.resolve("manifeste.json"), "{}");
        Files.writeString(output.resolve("index.html"), "<!DOCTYPE html>");
        Path page = folder.resolve("index.html");
        Files.write(
                page,
                SessionPage.html(
                        CHECKED, Deliberation.of(SESSION), made, new Changes(null, List.of(), List.of(), List.of())));
        try (WebClient browser = new WebClient(BrowserVersion.FIREFOX)) {
            browser.getOptions().setJavaScriptEnabled(scripts);
            browser.getOptions().setThrowExceptionOnScriptError(true);
            browser.getWebConsole().setLogger(new Listener());
            look.at(browser.getPage(page.toUri().toURL()));
            assertThat(console).isEmpty();
        }
    }

    /** What the browser complains of. */
    private final class Listener implements WebConsole.Logger {
        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public void trace(Object message) {}

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public void debug(Object message) {}

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public void info(Object message) {
            console.add(message.toString());
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public void warn(Object message) {
            console.add(message.toString());
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public void error(Object message) {
            console.add(message.toString());
        }
    }

    private static Made made(String path, String kind, String candidate) {
        return new Made(path, kind, candidate, "", 1, "0".repeat(64), 1);
    }

    private static List<String> shown(HtmlPage page) {
        return page.querySelectorAll(".anomalies tbody tr").stream()
                .map(DomElement.class::cast)
                .filter(row -> !row.hasAttribute("hidden"))
                .map(row -> row.querySelector(".code").getTextContent())
                .toList();
    }

    private static void choose(HtmlPage page, String aspect, String word) {
        HtmlSelect select = page.getHtmlElementById("filtre-" + aspect);
        select.setSelectedAttribute(select.getOptionByText(word), true);
        page.getWebClient().waitForBackgroundJavaScript(1_000);
    }

    private static String told(HtmlPage page) {
        return page.<DomElement>querySelector(".filter output").getTextContent();
    }

    @Test
    void every_link_leads_somewhere() throws Exception {
        open(true, page -> {
            for (HtmlAnchor link : page.getAnchors()) {
                String to = link.getHrefAttribute();
                if (to.startsWith("#")) {
                    assertThat(page.getElementById(to.substring(1))).as(to).isNotNull();
                } else {
                    assertThat(output.resolve("DEIS-2026-06").resolve(to)).exists();
                }
            }
            List<String> ids = page.getElementsByTagName("*").stream()
                    .filter(element -> element.hasAttribute("id"))
                    .map(DomElement::getId)
                    .toList();
            assertThat(ids).doesNotHaveDuplicates();
        });
    }

    @Test
    void anomalies_are_narrowed_by_gravity_sheet_and_candidate() throws Exception {
        open(true, page -> {
            assertThat(page.<DomElement>querySelector(".filter").hasAttribute("hidden"))
                    .isFalse();
            assertThat(shown(page))
                    .containsExactly("NOTE_MANQUANTE", "IDENTITE_INCOMPLETE", "JURY_PARITE", "LIGNE_MASQUEE");
            choose(page, "gravite", "bloquante");
            assertThat(shown(page)).containsExactly("NOTE_MANQUANTE", "IDENTITE_INCOMPLETE");
            assertThat(told(page)).isEqualTo("2 sur 4 sont montrées.");
            choose(page, "feuille", "Jury");
            assertThat(shown(page)).isEmpty();
            choose(page, "gravite", "toutes");
            assertThat(shown(page)).containsExactly("JURY_PARITE");
            choose(page, "feuille", "toutes");
            choose(page, "candidat", "3");
            assertThat(shown(page)).containsExactly("LIGNE_MASQUEE");
            page.<DomElement>querySelector(".filter button").click();
            page.getWebClient().waitForBackgroundJavaScript(1_000);
            assertThat(shown(page)).hasSize(4);
            assertThat(told(page)).isEqualTo("Toutes sont montrées.");
        });
    }

    @Test
    void without_script_all_is_there_and_nothing_that_would_not_work() throws Exception {
        open(false, page -> {
            assertThat(shown(page)).hasSize(4);
            assertThat(page.<DomElement>querySelector(".filter").hasAttribute("hidden"))
                    .isTrue();
        });
    }

    @Test
    void every_choice_is_named_and_every_region_has_its_landmark() throws Exception {
        open(true, page -> {
            for (DomElement select : page.getElementsByTagName("select")) {
                assertThat(page.<DomElement>querySelector("label[for=" + select.getId() + "]"))
                        .isNotNull();
            }
            assertThat(page.getElementsByTagName("nav"))
                    .extracting(nav -> nav.getAttribute("aria-label"))
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
            assertThat(page.querySelectorAll("body > header, body > main, body > footer"))
                    .hasSize(3);
            assertThat(page.getElementsByTagName("svg")).isNotEmpty().allSatisfy(svg -> assertThat(
                            svg.getAttribute("aria-label"))
                    .isNotEmpty());
        });
    }

    @Test
    void every_text_is_dark_enough_on_its_ground_and_the_ring_of_focus_too() throws Exception {
        String css = Page.resource("page.css");
        String ink = variable(css, "ink");
        String soft = variable(css, "soft");
        String pale = variable(css, "pale");
        for (String text : List.of(ink, soft, variable(css, "link"))) {
            assertThat(contrast(text, "#ffffff")).as(text).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(text, pale)).as(text).isGreaterThanOrEqualTo(4.5);
        }
        List<String> pairs = Stream.of("red", "orange", "yellow", "blue", "green")
                .map(colour -> group(css, "\\." + colour + " \\{ color: (#\\w{6}); background: #\\w{6}")
                        + group(css, "\\." + colour + " \\{ color: #\\w{6}; background: (#\\w{6})"))
                .toList();
        for (String pair : pairs) {
            assertThat(contrast(pair.substring(0, 7), pair.substring(7)))
                    .as(pair)
                    .isGreaterThanOrEqualTo(4.5);
        }
        Matcher banners = Pattern.compile("\\.banner\\.\\w+ \\{[^}]*background: (#\\w{6})")
                .matcher(css);
        while (banners.find()) {
            assertThat(contrast(ink, banners.group(1))).isGreaterThanOrEqualTo(4.5);
        }
        for (String drawn : List.of(
                group(css, "outline: 3px solid (#\\w{6})"),
                group(css, "\\.filter select[^}]*border: 1px solid (#\\w{6})"),
                group(css, "\\.threshold \\{ fill: (#\\w{6})"))) {
            assertThat(contrast(drawn, "#ffffff")).as(drawn).isGreaterThanOrEqualTo(3);
        }
    }

    private static String variable(String css, String name) {
        return group(css, "--" + name + ": (#\\w{6})");
    }

    private static String group(String css, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(css);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    /** As WCAG 2.2 defines it, from 1 to 21. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] part = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            part[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    }
}
