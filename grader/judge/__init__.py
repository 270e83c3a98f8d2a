"""The trusted side: runs hidden suites against a submission and says the verdict. Never imports a submission."""
