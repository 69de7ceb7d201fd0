package fr.minutier.bordereau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class LabelPropertyTest {

    @Property
    void folding_twice_changes_nothing_more(@ForAll String label) {
        String once = Label.fold(label);
        assertThat(Label.fold(once)).isEqualTo(once);
    }

    @Property
    void folding_french_twice_changes_nothing_more(
            @ForAll @CharRange(from = ' ', to = '\u017F') @CharRange(from = '\u2010', to = '\u2120') String label) {
        String once = Label.fold(label);
        assertThat(Label.fold(once)).isEqualTo(once);
    }

    @Property
    void case_does_not_count(@ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = 'à', to = 'ö') String label) {
        assertThat(Label.fold(label.toUpperCase(Locale.FRENCH))).isEqualTo(Label.fold(label));
    }
}
