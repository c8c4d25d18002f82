"""The exact solver that the product's own way of choosing lines is measured by, in benchmarks and in tests."""

from tailor.plan.choose import FURTHER, Problem, coverage_scale


def exact_value(problem: Problem) -> float:
    """The best value there is, by the exact solver: lines at ranks of their entry, credited proofs, as 0-1."""
    import numpy as np  # noqa: PLC0415 - heavy imports late
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - as above

    lines = problem.lines
    proofs = [(at, requirement, proof) for at, line in enumerate(lines) for requirement, proof in line.proofs]
    ranks = [(at, rank) for at in range(len(lines)) for rank in range(len(FURTHER))]
    best: dict[str, float] = {}
    for _, requirement_id, proof in proofs:
        best[requirement_id] = max(best.get(requirement_id, 0.0), proof)
    scale = coverage_scale(problem)
    size = len(ranks) + len(proofs)
    heights = [problem.heights[line.path] for line in lines]
    worth = [lines[at].score * heights[at] * FURTHER[rank] for at, rank in ranks]
    worth += [scale * proof for *_, proof in proofs]
    rows: list[list[float]] = [[heights[at] for at, _ in ranks] + [0.0] * len(proofs)]
    most: list[float] = [problem.room]
    for place, (line, *_) in enumerate(proofs, start=len(ranks)):
        rows.append([-float(at == line) for at, _ in ranks] + [0.0] * len(proofs))
        rows[-1][place] = 1.0
        most.append(0.0)
    for wanted in best:
        rows.append([0.0] * len(ranks) + [float(one == wanted) for _, one, _ in proofs])
        most.append(1.0)
    for line in range(len(lines)):
        rows.append([float(at == line) for at, _ in ranks] + [0.0] * len(proofs))
        most.append(1.0)
    for path in {line.entry.path for line in lines}:
        for place in range(len(FURTHER)):
            rows.append(
                [float(lines[at].entry.path == path and rank == place) for at, rank in ranks] + [0.0] * len(proofs)
            )
            most.append(1.0)
    found = milp(
        -np.array(worth),
        constraints=LinearConstraint(np.array(rows), ub=np.array(most)),
        integrality=np.ones(size),
        bounds=Bounds(0, 1),
        options={"node_limit": 10_000},
    )
    return -float(found.fun)
