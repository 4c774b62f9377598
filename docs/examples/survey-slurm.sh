#!/bin/bash
# A survey as an array of Slurm jobs that share a file system: sbatch docs/examples/survey-slurm.sh
# The last line of this file puts the parts together, when all jobs of the array are done.
#SBATCH --job-name=survey
#SBATCH --array=1-20
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=02:00:00
#SBATCH --output=survey-%a.log

set -u

# All parts share this cache: an environment is made by one of them, and the others wait for it.
export HARNESS_CACHE="${HARNESS_CACHE:-$HOME/.cache/tensorflow-legacy-harness}"

# 0: nothing is left to do, 1: something is, which is no failure of the job; 2: it cannot be done.
harness survey legacy --from 1.15 --target 2.15 --run --stand-in --seed 7 --with auto --within 60s --jobs 2 --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" -o survey || [ $? -eq 1 ]

# sbatch --dependency=afterany:JOB --wrap "harness survey --merge survey -o survey"
