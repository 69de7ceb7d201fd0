package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.minutier.cli.Desk;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.htmlunit.BrowserVersion;
import org.htmlunit.CollectingAlertHandler;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.WebConnectionWrapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Markup in every text that a bordereau holds, and in the names of files: in a browser no script of it runs, nothing of it is
 * an element, and no request leaves.
 */
class MarkupInBrowserTest {
    /** What would change the page, call for a picture elsewhere or say something, however it were embedded. */
    private static final String MARKUP = "\"'></td></title></script><img src=http://intrus.invalid/x onerror=alert(1)>"
            + "<script>alert(2);document.title='intrus'</script><intrus>";

    private static final List<String> FORCED = List.of("intrus", "img", "iframe", "object", "embed", "base");

    @TempDir
    static Path folder;

    private static List<Path> pages = List.of();

    @BeforeAll
    static void theNight() throws Exception {
        HostileFiles files = new HostileFiles(folder.resolve("input"));
        String quoted = "\"" + MARKUP.replace("\"", "\"\"") + "\"";
        files.folder("BALISES", text -> text.replace("Session;DEIS-2025-NOVEMBRE", "Session;BALISES")
                .replace("définitif", "provisoire")
                .replace("Session de novembre 2025", quoted)
                .replace("Port-Clairval", quoted)
                .replace(";Arnoulet;", ";" + quoted + ";")
                .replace(";Étienne;", ";" + quoted + ";")
                .replace("25N-004;", quoted + ";")
                .replace(";14;12,5;32;7,5;", ";" + quoted + ";12,5;32;7,5;")
                .replace("Double correction du rapport collectif", quoted)
                .replace("Ferrandoux", quoted));
        files.archive(MARKUP.replace("/", "") + ".zip", Map.of("x.csv", HostileFiles.Content.of("x")));
        Files.writeString(folder.resolve("input").resolve(MARKUP.replace("/", "") + ".xlsx"), "x");
        Desk desk = new Desk(folder);
        assertThat(desk.says(
                                "run",
                                "--templates",
                                "templates",
                                "--input",
                                desk.input().toString(),
                                "--output",
                                desk.output().toString())
                        .status())
                .isEqualTo(3);
        try (Stream<Path> all = Files.walk(desk.output())) {
            pages = all.filter(path -> path.toString().endsWith(".html")).toList();
        }
        assertThat(pages)
                .hasSize(2)
                .allSatisfy(page -> assertThat(page).content().contains("intrus.invalid"));
    }

    @Test
    void no_script_runs_and_no_request_leaves() throws Exception {
        for (Path page : pages) {
            List<String> asked = new ArrayList<>();
            CollectingAlertHandler alerts = new CollectingAlertHandler();
            try (WebClient browser = new WebClient(BrowserVersion.FIREFOX)) {
                browser.setAlertHandler(alerts);
                browser.getOptions().setDownloadImages(true);
                browser.setWebConnection(new WebConnectionWrapper(browser) {
                    @Override
                    public WebResponse getResponse(WebRequest request) throws IOException {
                        URL url = request.getUrl();
                        if (!url.equals(page.toUri().toURL())) {
                            asked.add(url.toString());
                        }
                        return super.getResponse(request);
                    }
                });
                HtmlPage shown = browser.getPage(page.toUri().toURL());
                browser.waitForBackgroundJavaScript(1_000);
                for (String element : FORCED) {
                    assertThat(shown.getElementsByTagName(element))
                            .as(page + " " + element)
                            .isEmpty();
                }
                assertThat(shown.getTitleText()).isNotEqualTo("intrus");
            }
            assertThat(alerts.getCollectedAlerts()).as(page.toString()).isEmpty();
            assertThat(asked).as(page.toString()).isEmpty();
        }
    }

    @Test
    void nor_in_chromium_where_it_is_on_the_machine() throws Exception {
        Path chromium = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(chromium));
        for (Path page : pages) {
            Process process = new ProcessBuilder(
                            chromium.toString(),
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--host-resolver-rules=MAP * ~NOTFOUND",
                            "--user-data-dir=" + folder.resolve("chromium"),
                            "--dump-dom",
                            page.toUri().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(shown)
                    .contains("</html>", "intrus.invalid")
                    .doesNotContain("<intrus", "<img", "<title>intrus", "<script>alert");
        }
    }
}
