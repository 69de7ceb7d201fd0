package fr.minutier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.minutier.ChildJvm;
import fr.minutier.ChildJvm.Circumstances;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Letters whose sending is killed at random, again and again, as by a power button: each arrives, at most one for each kill
 * arrives twice, and which may have is told. A few here; the measure by {@code -Dminutier.courriels=60
 * -Dminutier.kills=10}.
 */
class SendingKillTest {
    private static final int LETTERS = Integer.getInteger("minutier.courriels", 16);
    private static final int KILLS = Integer.getInteger("minutier.kills", 3);
    private static final int LONGEST_WAIT_MS = 250;
    private static final String SESSION = "DEIS-2026-JUIN";
    private static final Pattern DOUBTFUL = Pattern.compile("(?m)^  .*-(?:RN-)?(C-\\S+|PV)$");

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void every_letter_arrives_and_at_most_one_for_each_kill_may_arrive_twice_which_is_told() throws Exception {
        Desk desk = new Desk(folder);
        desk.environment.put("SOURCE_DATE_EPOCH", "1782000000");
        close(desk);
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Set<String> told = new HashSet<>();
            int killed = 0;
            while (killed < KILLS) {
                int before = server.getReceivedMessages().length;
                boolean early = random.nextInt(5) == 0; // some while the process starts, most while letters leave
                try (ChildJvm child = child(desk, server)) {
                    while (!early && child.process().isAlive() && server.getReceivedMessages().length == before) {
                        Thread.sleep(5);
                    }
                    Thread.sleep(random.nextInt(LONGEST_WAIT_MS));
                    if (child.process().isAlive()) {
                        child.kill();
                        killed++;
                    }
                    child.anyExitStatus();
                    told.addAll(doubtful(child.said()));
                    assertThat(server.getReceivedMessages().length)
                            .as("too few letters for %s kills, seed %s", KILLS, seed)
                            .isLessThan(LETTERS);
                }
            }
            try (ChildJvm last = child(desk, server)) {
                assertThat(last.exitStatus()).as(last.said()).isZero();
                told.addAll(doubtful(last.said()));
            }
            arrived(server, told);
            assertThat(desk.says(
                                    "registre",
                                    "verifier",
                                    "--output",
                                    desk.output().toString())
                            .status())
                    .isZero();
        } finally {
            server.stop();
        }
    }

    private void arrived(GreenMail server, Set<String> told) throws Exception {
        Map<String, Integer> times = new TreeMap<>();
        Map<String, String> candidates = new TreeMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            times.merge(message.getMessageID(), 1, Integer::sum);
            String to = message.getAllRecipients()[0].toString();
            candidates.put(message.getMessageID(), to.substring(0, to.indexOf('@')));
        }
        List<String> twice = times.entrySet().stream()
                .filter(letter -> letter.getValue() > 1)
                .map(letter -> candidates.get(letter.getKey()))
                .toList();
        int more = server.getReceivedMessages().length - LETTERS;
        System.out.println(LETTERS + " letters, " + KILLS + " kills (seed " + seed + "): "
                + server.getReceivedMessages().length + " arrived, " + times.size() + " different, twice " + twice
                + ", told doubtful " + told);
        assertThat(times).as("seed " + seed).hasSize(LETTERS);
        assertThat(more).as("seed " + seed).isLessThanOrEqualTo(KILLS);
        assertThat(told).as("seed " + seed).hasSizeLessThanOrEqualTo(KILLS).containsAll(twice);
    }

    /** Those that are told in the plan of a command as doubtful, by the candidate's number. */
    private static Set<String> doubtful(String said) {
        Set<String> candidates = new HashSet<>();
        int from = said.indexOf("Douteux");
        int to = said.indexOf("\nenvoyé", Math.max(from, 0));
        if (from >= 0) {
            Matcher line = DOUBTFUL.matcher(said.substring(from, to < 0 ? said.length() : to));
            while (line.find()) {
                candidates.add(line.group(1));
            }
        }
        return candidates;
    }

    private static void close(Desk desk) throws IOException {
        Path session = desk.session(SESSION);
        Files.writeString(
                session.resolve("session.csv"),
                Files.readString(session.resolve("session.csv"))
                        + "Statut;définitif\nDate de délibération;19/06/2026\n");
        StringBuilder rows = new StringBuilder(
                "N° candidat;Nom de naissance;Prénoms;Date de naissance;Voie;BC01 VAE;BC02 VAE;BC03 VAE;Courriel\n");
        for (int i = 1; i < LETTERS; i++) { // and the minutes
            rows.append("C-%d;Nerval;Ève %s;02/03/1990;VAE;validé;validé;validé;C-%d@exemple.invalid\n"
                    .formatted(i, "abcdefghij".charAt(i / 10) + "" + "abcdefghij".charAt(i % 10), i));
        }
        Files.writeString(session.resolve("candidats.csv"), rows);
        Desk.Answer night = desk.run();
        assertThat(night.status()).as(night.out()).isZero();
    }

    private static ChildJvm child(Desk desk, GreenMail server) throws IOException {
        return new ChildJvm(
                Circumstances.ORDINARY
                        .with("-Dminutier.home=" + Desk.HOME)
                        .in(Map.of(
                                "SOURCE_DATE_EPOCH",
                                "1782000000",
                                "MINUTIER_COURRIEL_SERVEUR",
                                "127.0.0.1",
                                "MINUTIER_COURRIEL_PORT",
                                String.valueOf(server.getSmtp().getPort()),
                                "MINUTIER_COURRIEL_TLS",
                                "aucun",
                                "MINUTIER_COURRIEL_EXPEDITEUR",
                                "jury@exemple.invalid",
                                "MINUTIER_COURRIEL_PAR_MINUTE",
                                "1200")),
                Minutier.class,
                "envoyer",
                SESSION,
                "--input",
                desk.input(),
                "--output",
                desk.output(),
                "--president",
                "PV@exemple.invalid",
                "--oui");
    }
}
