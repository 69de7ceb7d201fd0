package fr.minutier.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which candidates of a large session are printed together. */
class RangeTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500, 501, 1000})
    void a_session_of_up_to_a_thousand_candidates_is_made_by_one_worker_alone(int candidates) {
        assertThat(Range.of(candidates)).isEmpty();
    }

    @Test
    void a_larger_one_is_printed_five_hundred_candidates_at_a_time() {
        assertThat(Range.of(1001)).containsExactly(new Range(0, 500), new Range(500, 1000), new Range(1000, 1001));
        assertThat(Range.of(1500)).containsExactly(new Range(0, 500), new Range(500, 1000), new Range(1000, 1500));
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1499, 1500, 1501, 5000, 12_345})
    void each_candidate_is_in_one_range_and_in_the_volume_of_its_range(int candidates) {
        List<Range> ranges = Range.of(candidates);
        assertThat(IntStream.range(0, candidates)).allSatisfy(place -> assertThat(ranges)
                .filteredOn(range -> range.holds(place))
                .singleElement()
                .isEqualTo(ranges.get(Range.volume(place, candidates) - 1)));
        assertThat(ranges.getLast().holds(candidates)).isFalse();
    }

    @Test
    void acts_of_up_to_a_thousand_candidates_are_bound_in_one_volume() {
        assertThat(IntStream.range(0, 1000).map(place -> Range.volume(place, 1000)))
                .containsOnly(1);
    }

    @Test
    void a_range_is_never_of_two_volumes() {
        assertThatThrownBy(() -> new Range(0, 501)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(1, 500)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(500, 500)).isInstanceOf(IllegalArgumentException.class);
    }
}
