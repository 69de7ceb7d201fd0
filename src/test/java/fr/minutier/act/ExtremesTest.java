package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.check.Bordereaux;
import fr.minutier.typesetting.Conformance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest, the most numerous and the emptiest: nothing is cut, nothing leaves the page, nothing overlaps. */
class ExtremesTest {
    private static List<Act> acts(Printed printed) {
        List<Act> acts = new ArrayList<>(printed.all());
        acts.add(printed.minutes());
        return acts;
    }

    /** The glyphs of each page, blanks apart. */
    private static List<List<TextPosition>> glyphs(byte[] pdf) throws IOException {
        List<List<TextPosition>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void startPage(org.apache.pdfbox.pdmodel.PDPage page) throws IOException {
                    pages.add(new ArrayList<>());
                    super.startPage(page);
                }

                @Override
                protected void processTextPosition(TextPosition glyph) {
                    if (!glyph.getUnicode().isBlank() && glyph.getUnicode().charAt(0) != '\u00a0') {
                        pages.getLast().add(glyph);
                    }
                }
            }.getText(document);
        }
        return pages;
    }

    private static void assertWhole(byte[] pdf) throws IOException {
        for (List<TextPosition> page : glyphs(pdf)) {
            for (TextPosition glyph : page) {
                assertThat(glyph.getXDirAdj()).isGreaterThan(14);
                assertThat(glyph.getXDirAdj() + glyph.getWidthDirAdj()).isLessThan(glyph.getPageWidth() - 14);
                assertThat(glyph.getYDirAdj()).isBetween(14f, glyph.getPageHeight() - 14);
            }
            assertThat(overlaps(page)).isEmpty();
        }
    }

    /** Glyphs whose middle lies inside another glyph. */
    private static List<String> overlaps(List<TextPosition> page) {
        List<TextPosition> sorted = new ArrayList<>(page);
        sorted.sort((a, b) -> Float.compare(a.getXDirAdj(), b.getXDirAdj()));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            TextPosition left = sorted.get(i);
            float right = left.getXDirAdj() + left.getWidthDirAdj() * 0.9f;
            for (int j = i + 1; j < sorted.size() && sorted.get(j).getXDirAdj() < right; j++) {
                TextPosition other = sorted.get(j);
                float middle = other.getXDirAdj() + other.getWidthDirAdj() / 2;
                if (middle < right && Math.abs(left.getYDirAdj() - other.getYDirAdj()) < left.getFontSizeInPt() * 0.8) {
                    found.add(left.getUnicode() + " under " + other.getUnicode() + " at " + left);
                }
            }
        }
        return found;
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9, 10, 11, 12, 40})
    void minutes_of_any_size_are_whole(int candidates) throws IOException {
        byte[] pdf = Printed.pdf(Printed.of(Extremes.crowd(candidates, 5)).minutes());
        assertWhole(pdf);
        Conformance.assertArchivalAndAccessible(pdf);
    }

    @Test
    void four_hundred_candidates_and_forty_members_are_all_there_once() throws IOException {
        Act act = Printed.of(Extremes.crowd(400, 40)).minutes();
        byte[] pdf = Printed.pdf(act);
        String text = Printed.text(act);
        String lines =
                text.substring(text.indexOf("Candidats et décisions"), text.indexOf("Acquis antérieurs et dispenses"));
        Matcher numbers = Pattern.compile("C\\d{4}").matcher(lines);
        List<String> found = new ArrayList<>();
        while (numbers.find()) {
            found.add(numbers.group());
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            expected.add(String.format("C%04d", i));
        }
        assertThat(found).isEqualTo(expected);
        // Of the forty, one in nine was excused: four.
        String signatures = text.substring(text.lastIndexOf("Signatures"));
        assertThat(signatures.split("Charme-", -1)).hasSize(36 + 1);
        assertThat(pages(pdf)).hasSizeLessThan(60);
        assertWhole(pdf);
    }

    @Test
    void a_candidate_s_line_is_never_split_between_pages() throws IOException {
        byte[] pdf = Printed.pdf(Printed.of(Extremes.crowd(60, 5)).minutes());
        for (String page : pages(pdf)) {
            if (page.contains("× Mémoire")) {
                String table = page.split("Acquis antérieurs", -1)[0];
                // A line begins with the number and goes on with the birth: both are on the same page.
                assertThat(count("\\bné(e)? le ", table)).isEqualTo(count("\\bC00\\d\\d\\b", table));
            }
        }
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void the_longest_words_and_names_lose_nothing() throws IOException {
        Bordereaux longest = Extremes.longest()
                .candidate("L4")
                .with("Nom de naissance", Extremes.LONGEST_NAME)
                .with("BC01 Mémoire", 3);
        Printed printed = Printed.of(longest);
        String minutes = Printed.text(printed.minutes()).replace(" ", "");
        assertThat(minutes)
                .contains(Extremes.LONGEST_NAME.replace(" ", ""), "X".repeat(120), "0123456789-0123456789_01234567");
        for (int i = 1; i <= 60; i++) {
            assertThat(minutes).contains("Observationn°" + i + ":lejuryrelèvelaqualitédutravail" + i + ".");
        }
        for (Act act : acts(printed)) {
            byte[] pdf = Printed.pdf(act);
            assertWhole(pdf);
            Conformance.assertArchivalAndAccessible(pdf);
            if (act.candidate().equals("L4") || act.candidate().equals("L1")) {
                assertThat(Printed.text(act).replace(" ", "")).contains(Extremes.LONGEST_NAME.replace(" ", ""));
            }
        }
    }

    @Test
    void attestations_hold_on_one_page_whatever_the_names() throws IOException {
        Printed printed = Printed.of(Extremes.longest()
                .candidate("L4")
                .with("Nom de naissance", Extremes.LONGEST_NAME)
                .with("Nom d'usage", Extremes.LONGEST_NAME)
                .with("BC02 Soutenance", 3)
                .with("BC03 Article", 3));
        for (Act act : printed.all()) {
            if (Printed.attests(act)) {
                assertOnePageAndAnnex(act);
            }
        }
    }

    @Test
    void the_places_to_sign_an_attestation_stand_in_its_lower_part() throws IOException {
        Printed printed =
                Printed.of(Extremes.furnished().candidate("C1").candidate("C2").with("BC02 Soutenance", 3));
        for (Act act : printed.all()) {
            if (Printed.attests(act)) {
                List<TextPosition> page = glyphs(Printed.pdf(act)).getFirst();
                List<TextPosition> fromPrefect = page.subList(indexOf(page, "Lepréfetderégionprénom"), page.size());
                assertThat(fromPrefect.getFirst().getYDirAdj()).isBetween(841f * 0.6f, 841f * 0.85f);
            }
        }
    }

    /** The attestation of a block has its competences on a page of their own, after the signatures. */
    private static void assertOnePageAndAnnex(Act act) throws IOException {
        List<String> pages = pages(Printed.pdf(act));
        boolean annexed = act.kind() == ActKind.ATTESTATION_DE_BLOC;
        assertThat(pages).as(act.number()).hasSize(annexed ? 2 : 1);
        if (annexed) {
            assertThat(pages.getFirst()).contains("signature et cachet").doesNotContain("Annexe");
            assertThat(pages.getLast())
                    .contains("Annexe : compétences attestées")
                    .doesNotContain("signature");
        }
    }

    private static int indexOf(List<TextPosition> page, String words) {
        StringBuilder text = new StringBuilder();
        page.forEach(glyph -> text.append(glyph.getUnicode()));
        assertThat(text).contains(words);
        return text.indexOf(words);
    }

    @Test
    void an_ordinary_statement_holds_on_one_page() throws IOException {
        for (Bordereaux bordereau : List.of(
                Extremes.crowd(20, 5), Extremes.crowd(20, 5).field("Statut", "provisoire"), Extremes.barest())) {
            for (Act act : Printed.of(bordereau).all()) {
                assertOnePageAndAnnex(act);
            }
        }
    }

    @Test
    void a_session_with_nothing_optional_prints_whole_acts() throws IOException {
        for (Act act : acts(Printed.of(Extremes.barest()))) {
            byte[] pdf = Printed.pdf(act);
            assertWhole(pdf);
            Conformance.assertArchivalAndAccessible(pdf);
            assertThat(Printed.text(act)).doesNotContain("{{", "null", "Lieu :", "Région :", "  ", " , ");
        }
    }

    @Test
    void letters_of_other_languages_are_printed_and_read_back() {
        Printed printed = Printed.of(Extremes.crowd(6, 5));
        assertThat(Printed.text(printed.minutes()))
                .contains(
                        "Œuvrard-d'Éon",
                        "Thị Hồng Đào B Nguyễn Phước Bảo Lộc",
                        "Grzegorz Łukasz C Brzęczyszczykiewicz",
                        "Şule Çağla D Öztürk-İpekçi",
                        "Jiří Ľubomír F Novák-Šťastný");
    }
}
