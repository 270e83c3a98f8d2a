"""A cohort graded on a Dask cluster that exists already.

The organiser's side is `organiser` (which submission goes where, and what becomes of it) and `workers` (which workers
can be used). What runs in a Dask worker is `worker` and, with a warm judge for each of its threads, `crew`. `parcel` is
the content that travels there. Only `organiser` and `workers` import `distributed` at once: import them when a cluster
is asked for.

Between the two sides go bytes, texts and numbers. The call itself is a line of Python, `remote.CALL`: the scheduler
unpacks every task and most schedulers have no NLP Dojo, and a worker with another version of it must be able to say so.
"""
