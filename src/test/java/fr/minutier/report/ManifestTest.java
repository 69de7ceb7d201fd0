package fr.minutier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final String SHA = "0123456789abcdef".repeat(4);

    @Test
    void files_are_listed_by_path_with_what_applies_to_each() {
        List<Made> made = List.of(
                new Made("proces-verbal.pdf", "proces-verbal", "", "PV-1", 1, SHA, 4000),
                new Made("candidats/12/releve-de-notes.pdf", "releve-de-notes", "12", "RN-\"é\"-v2", 2, SHA, 0),
                new Made("anomalies.csv", "anomalies", "", "", 0, SHA, 60));
        assertThat(new String(
                        Manifest.json("DEIS-2026-06", "DEIS-RNCP39644", "", new Manifest.Chain(2, SHA), made),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "session" : "DEIS-2026-06",
                          "certification" : "DEIS-RNCP39644",
                          "chain" : {
                            "rank" : 2,
                            "head" : "%1$s"
                          },
                          "files" : [
                            {
                              "path" : "anomalies.csv",
                              "kind" : "anomalies",
                              "bytes" : 60,
                              "sha256" : "%1$s"
                            },
                            {
                              "path" : "candidats/12/releve-de-notes.pdf",
                              "kind" : "releve-de-notes",
                              "candidate" : "12",
                              "number" : "RN-\\"é\\"-v2",
                              "version" : 2,
                              "bytes" : 0,
                              "sha256" : "%1$s"
                            },
                            {
                              "path" : "proces-verbal.pdf",
                              "kind" : "proces-verbal",
                              "number" : "PV-1",
                              "version" : 1,
                              "bytes" : 4000,
                              "sha256" : "%1$s"
                            }
                          ]
                        }
                        """.formatted(SHA));
    }

    @Test
    void a_path_that_leaves_the_folder_is_refused() {
        for (String path : List.of("../x", "a/../../x", "/x", "a\\b", "")) {
            assertThatThrownBy(() -> new Made(path, "rapport", "", "", 0, SHA, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
