-- Question: what have counters shown so far? One row for each number of a series, in any order.
SELECT family, labels, part, total, retracted FROM counter;
