"""Jobs: targets that run side by side share them, and none of them lies idle while there is work."""

from contextlib import ExitStack

from harness.files.jobs import Jobs


class Target:
    """Remembers how many jobs it may use."""

    jobs = 0

    def use(self, jobs: int) -> None:
        self.jobs = jobs


def test_a_single_target_has_all_jobs() -> None:
    target = Target()
    with Jobs(4, 1).shared_with(target.use):
        assert target.jobs == 4


def test_targets_side_by_side_share_the_jobs_also_before_the_second_has_begun() -> None:
    jobs, first, second = Jobs(3, 2), Target(), Target()
    with jobs.shared_with(first.use):
        assert first.jobs == 2
        with jobs.shared_with(second.use):
            assert (first.jobs, second.jobs) == (2, 1)


def test_a_target_that_begins_takes_over_from_one_that_has_ended() -> None:
    jobs, first, second, third = Jobs(2, 3), Target(), Target(), Target()
    with ExitStack() as ends_first, ExitStack() as others:
        ends_first.enter_context(jobs.shared_with(first.use))
        others.enter_context(jobs.shared_with(second.use))
        ends_first.close()
        assert second.jobs == 1
        others.enter_context(jobs.shared_with(third.use))
        assert (second.jobs, third.jobs) == (1, 1)


def test_the_last_target_under_way_gets_what_the_others_had() -> None:
    jobs, first, second = Jobs(2, 2), Target(), Target()
    with jobs.shared_with(second.use):
        with jobs.shared_with(first.use):
            assert second.jobs == 1
        assert second.jobs == 2


def test_more_targets_than_jobs_are_held_to_one_job_each() -> None:
    jobs, target = Jobs(2, 9), Target()
    with jobs.shared_with(target.use):
        assert target.jobs == 1
