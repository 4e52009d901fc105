export const targetScopes = ['all', 'team', 'rep', 'product', 'segment'] as const;
export type TargetScope = (typeof targetScopes)[number];

export const targetStatuses = ['green', 'amber', 'red', 'none'] as const;
export type TargetStatus = (typeof targetStatuses)[number];
